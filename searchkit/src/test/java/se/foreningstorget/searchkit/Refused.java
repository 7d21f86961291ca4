package se.foreningstorget.searchkit;

/** How the tests are told that a query cannot be answered. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String code) {
        super(code);
    }
}
