package se.foreningstorget.searchkit;

import org.apache.lucene.index.IndexReader;

/** Tells the words that so many entries have that they say little, and find nothing alone. */
final class Common {
    private static final int ONE_IN = 5;
    private static final int TOO_FEW_TO_TELL = 20;

    private Common() {}

    static boolean is(int entriesWithIt, IndexReader index) {
        int all = index.numDocs();
        return all >= TOO_FEW_TO_TELL && entriesWithIt > all / ONE_IN;
    }
}
