package se.foreningstorget.searchkit;

/** How strictly a text of several words is taken, strictest first. */
enum Reading {
    /** Every word must be found. */
    ALL_WORDS,
    /** At least half of the words that set entries apart. */
    SOME_WORDS,
    /** The same, and typing errors or only the kind of thing: a choir for a choir of widows. */
    KINDRED
}
