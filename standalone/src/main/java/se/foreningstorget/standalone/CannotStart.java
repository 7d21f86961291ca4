package se.foreningstorget.standalone;

/** Why the system does not start, in one line for whoever asked it to. */
final class CannotStart extends RuntimeException {
    CannotStart(String oneLine) {
        super(oneLine);
    }
}
