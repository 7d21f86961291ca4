package se.foreningstorget.searchkit;

import org.tartarus.snowball.ext.SwedishStemmer;

/** Takes the inflection off a Swedish word: körerna is kör, föreningens is förening. */
final class Stem {
    private static final int SHORTEST_WITH_ARTICLE = 5;

    private Stem() {}

    static String of(String spelling) {
        var stemmer = new SwedishStemmer();
        stemmer.setCurrent(spelling);
        stemmer.stem();
        return withoutArticle(stemmer.getCurrent());
    }

    /**
     * Snowball leaves the articles of skolan, visan and förbundet, so that they would miss skola,
     * visa and förbund. That organ and planet lose an end too does no harm: both sides do.
     */
    private static String withoutArticle(String stem) {
        boolean article = stem.endsWith("an") || stem.endsWith("et");
        return article && stem.length() >= SHORTEST_WITH_ARTICLE
                ? stem.substring(0, stem.length() - 2)
                : stem;
    }
}
