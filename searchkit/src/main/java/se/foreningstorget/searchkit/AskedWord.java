package se.foreningstorget.searchkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** One word of a query, and the keys of this index that it may be found by. */
final class AskedWord {
    private static final float BY_BEGINNING = 0.5f;
    private static final float BY_PARTS = 0.4f;
    private static final float BY_KIND = 0.3f;
    private static final float WITHOUT_DIACRITICS = 0.4f;
    private static final float ONE_ERROR = 0.4f;
    private static final float TWO_ERRORS = 0.25f;

    private static final int SHORTEST_WITH_ERROR = 4;
    private static final int SHORTEST_WITH_TWO_ERRORS = 8;
    private static final int MOST_BEGINNINGS = 40;
    private static final int MOST_CORRECTIONS = 8;

    /** A word as rare as this, and long enough to be sure of, may be a typing error made twice. */
    private static final int RARE = 3;

    private static final int LONG_ENOUGH_TO_DOUBT = 6;

    private final IndexSearcher searcher;
    private final String spelling;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Query> parts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<String> compound;
    private boolean corrected;

    private record Choice(Query query, int entries) {}

    AskedWord(IndexSearcher searcher, String spelling) throws IOException {
        this.searcher = searcher;
        this.spelling = spelling;
        var stem = Stem.of(spelling);
        boolean isShort = spelling.length() <= Keys.LONGEST_BEGINNING;
        // The beginning "kör" is kept for every word of the stem "kör" too: one look-up for both.
        if (!isShort || !stem.equals(spelling)) {
            choose(Keys.stem(stem), 1);
        }
        if (isShort) {
            choose(Keys.beginning(spelling), 1);
        } else {
            chooseBeginnings();
        }
        for (var synonym : Synonyms.of(stem).entrySet()) {
            choose(Keys.stem(synonym.getKey()), synonym.getValue().floatValue());
        }
        this.compound = Compounds.partsOf(spelling);
        if (Compounds.readsWhole(compound)) {
            choosePartByPart(compound);
        }
        if (entries() < RARE) {
            choosePlain();
        }
        if (isUnknown()) {
            correct();
        }
    }

    /** Also takes it for a typing error, or for only the kind of thing it names. */
    void widen() throws IOException {
        if (!corrected && isDoubtful()) {
            correct();
        }
        for (var part : compound) {
            chooseKind(part);
        }
    }

    /** Whether nothing in the catalogue can match it. */
    boolean isUnknown() {
        return choices.isEmpty() && parts.isEmpty();
    }

    /** How many entries the commonest of its keys has: about how many it would find alone. */
    int entries() {
        return choices.stream().mapToInt(Choice::entries).max().orElse(0);
    }

    /** The keys an entry may have matched by, to tell why. */
    Set<String> keys() {
        return keys;
    }

    Query query() {
        if (isUnknown()) {
            return new MatchNoDocsQuery();
        }
        if (choices.size() == 1 && parts.isEmpty()) {
            return choices.getFirst().query();
        }
        var any = new BooleanQuery.Builder();
        eachClause(clause -> any.add(clause, Occur.SHOULD));
        return any.build();
    }

    private static Query any(List<Choice> choices) {
        if (choices.size() == 1) {
            return choices.getFirst().query();
        }
        var any = new BooleanQuery.Builder();
        choices.forEach(choice -> any.add(choice.query(), Occur.SHOULD));
        return any.build();
    }

    /** Its alternatives one by one, for a query that is nothing but them. */
    void eachClause(Consumer<Query> clauses) {
        choices.forEach(choice -> clauses.accept(choice.query()));
        if (!parts.isEmpty()) {
            var all = new BooleanQuery.Builder();
            parts.forEach(part -> all.add(part, Occur.MUST));
            clauses.accept(all.build());
        }
    }

    private void choose(String key, float worth) throws IOException {
        choose(key, worth, choices);
    }

    private void choose(String key, float worth, List<Choice> among) throws IOException {
        var term = new Term(Names.KEYS, key);
        var states = TermStates.build(searcher, term, true);
        if (states.docFreq() == 0) {
            return;
        }
        keys.add(key);
        Query query = new TermQuery(term, states);
        among.add(new Choice(worth == 1 ? query : new BoostQuery(query, worth), states.docFreq()));
    }

    /** Longer beginnings than are kept as keys: the few words that begin so. */
    private void chooseBeginnings() throws IOException {
        var terms = terms();
        if (terms == null) {
            return;
        }
        var words = terms.iterator();
        var beginning = new BytesRef(Keys.word(spelling));
        if (words.seekCeil(beginning) == SeekStatus.END) {
            return;
        }
        var found = new ArrayList<String>();
        for (var word = words.term();
                word != null
                        && StringHelper.startsWith(word, beginning)
                        && found.size() < MOST_BEGINNINGS;
                word = words.next()) {
            found.add(word.utf8ToString());
        }
        for (var word : found) {
            choose(word, BY_BEGINNING);
        }
    }

    /**
     * For "råå": a Raa that was written without rings. Only where the word as typed is hardly
     * there, because å, ä and ö are letters of their own: who asks for "stöd" means no "stod".
     */
    private void choosePlain() throws IOException {
        var plain = Word.plain(spelling);
        if (!plain.equals(spelling)) {
            choose(Keys.stem(Stem.of(plain)), WITHOUT_DIACRITICS);
            // "kör" is not the beginning of Korset; only who finds nothing is offered that much
            if (isUnknown() && plain.length() <= Keys.LONGEST_BEGINNING) {
                choose(Keys.beginning(plain), WITHOUT_DIACRITICS);
            }
        }
    }

    /** For "barnkör": what is about barn and is a kör, though not in one word. */
    private void choosePartByPart(List<String> compound) throws IOException {
        float worth = BY_PARTS / compound.size();
        for (var part : compound) {
            var any = new ArrayList<Choice>();
            var stem = Stem.of(part);
            choose(Keys.stem(stem), worth, any);
            for (var synonym : Synonyms.of(stem).entrySet()) {
                choose(Keys.stem(synonym.getKey()), worth * synonym.getValue().floatValue(), any);
            }
            if (any.isEmpty()) {
                parts.clear();
                return;
            }
            parts.add(any(any));
        }
    }

    /** For "gosskör": any kör, if nothing better is found; but for "gossklubb" not any klubb. */
    private void chooseKind(String part) throws IOException {
        var kind = new Term(Names.KEYS, Keys.stem(Stem.of(part)));
        var index = searcher.getIndexReader();
        if (!Common.is(index.docFreq(kind), index)) {
            choose(kind.text(), BY_KIND);
        }
    }

    private boolean isDoubtful() {
        return spelling.length() >= LONG_ENOUGH_TO_DOUBT && entries() < RARE;
    }

    private void correct() throws IOException {
        corrected = true;
        if (spelling.length() >= SHORTEST_WITH_ERROR) {
            int before = choices.size();
            correct(1, ONE_ERROR);
            if (choices.size() == before && spelling.length() >= SHORTEST_WITH_TWO_ERRORS) {
                correct(2, TWO_ERRORS);
            }
        }
    }

    private void correct(int errors, float worth) throws IOException {
        record Correction(String key, float likeness) {}
        var terms = terms();
        if (terms == null) {
            return;
        }
        var asked = new Term(Names.KEYS, Keys.word(spelling));
        var near = new FuzzyTermsEnum(terms, asked, errors, 1, true);
        var found = new ArrayList<Correction>();
        for (var word = near.next(); word != null; word = near.next()) {
            found.add(new Correction(word.utf8ToString(), near.getBoost()));
        }
        found.sort(Comparator.comparing(Correction::likeness).reversed());
        for (var correction : found.subList(0, Math.min(MOST_CORRECTIONS, found.size()))) {
            choose(Keys.stem(Stem.of(Keys.spelling(correction.key()))), worth);
        }
    }

    private @Nullable Terms terms() throws IOException {
        return MultiTerms.getTerms(searcher.getIndexReader(), Names.KEYS);
    }
}
