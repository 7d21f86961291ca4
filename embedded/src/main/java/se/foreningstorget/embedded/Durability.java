package se.foreningstorget.embedded;

/** What an acknowledged write survives. */
public enum Durability {
    /** The end of the process, {@code kill -9} included: the operating system has the bytes. */
    PROCESS,
    /** The loss of power as well: the disk has the bytes. */
    POWER
}
