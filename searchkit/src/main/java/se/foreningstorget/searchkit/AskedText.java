package se.foreningstorget.searchkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A text as typed, made into a question to this index. */
final class AskedText {
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_WORDS = 12;

    /** An entry called exactly what was typed stands above all others. */
    private static final float EXACT = 4;

    /** More than any sum of weights: all words found comes before some words found. */
    private static final float ALL_FOUND = 1_000_000;

    private final IndexSearcher searcher;
    private final Reading reading;
    private final String whole;
    private final List<AskedWord> words;

    private AskedText(
            IndexSearcher searcher, Reading reading, String whole, List<AskedWord> words) {
        this.searcher = searcher;
        this.reading = reading;
        this.whole = whole;
        this.words = words;
    }

    static AskedText of(IndexSearcher searcher, String text) throws IOException {
        var spellings = new ArrayList<String>();
        Word.eachSingle(cut(text), spellings::add);
        var words = new ArrayList<AskedWord>();
        for (var word : tellingWords(spellings)) {
            words.add(new AskedWord(searcher, word));
        }
        return new AskedText(searcher, Reading.ALL_WORDS, Keys.whole(spellings), words);
    }

    /** The same text, taken so; a text already widened does not get narrower again. */
    AskedText as(Reading wanted) throws IOException {
        if (wanted == Reading.KINDRED) {
            for (var word : words) {
                word.widen();
            }
        }
        return new AskedText(searcher, wanted, whole, words);
    }

    /** Whether a laxer reading could find more. */
    boolean isWorthReading(Reading laxer) {
        return laxer == Reading.KINDRED || words.size() > 1;
    }

    /** The keys an entry may have matched by. */
    Set<String> keys() {
        var keys = new HashSet<String>();
        words.forEach(word -> keys.addAll(word.keys()));
        keys.add(whole);
        return keys;
    }

    Query query() throws IOException {
        var clauses = new ArrayList<Query>();
        var term = new Term(Names.KEYS, whole);
        var states = TermStates.build(searcher, term, true);
        if (states.docFreq() > 0) {
            clauses.add(new BoostQuery(new TermQuery(term, states), EXACT));
        }
        if (words.size() == 1) {
            words.getFirst().eachClause(clauses::add);
        } else if (!words.isEmpty()) {
            clauses.add(reading == Reading.ALL_WORDS ? allWords() : someWords());
        }
        if (clauses.isEmpty()) {
            return new MatchNoDocsQuery("nothing it could match");
        }
        if (clauses.size() == 1) {
            return clauses.getFirst();
        }
        var any = new BooleanQuery.Builder();
        clauses.forEach(clause -> any.add(clause, Occur.SHOULD));
        return any.build();
    }

    private Query allWords() {
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word.query(), Occur.MUST));
        return all.build();
    }

    private Query someWords() {
        var known = words.stream().filter(word -> !word.isUnknown()).toList();
        var telling = known.stream().filter(word -> !isCommon(word)).toList();
        if (telling.isEmpty()) {
            telling = known;
        }
        var enough = new BooleanQuery.Builder();
        telling.forEach(word -> enough.add(word.query(), Occur.SHOULD));
        enough.setMinimumNumberShouldMatch(Math.max(1, (telling.size() + 1) / 2));
        var some = new BooleanQuery.Builder().add(enough.build(), Occur.MUST);
        for (var word : known) {
            if (!telling.contains(word)) {
                some.add(word.query(), Occur.SHOULD);
            }
        }
        var first = new BoostQuery(new ConstantScoreQuery(allWords()), ALL_FOUND);
        return some.add(first, Occur.SHOULD).build();
    }

    private boolean isCommon(AskedWord word) {
        return Common.is(word.entries(), searcher.getIndexReader());
    }

    /** Without fillers, and without stray letters unless there is nothing else. */
    private static List<String> tellingWords(List<String> spellings) {
        var words = new LinkedHashSet<String>();
        spellings.stream().filter(word -> !Fillers.contains(word)).forEach(words::add);
        if (words.stream().anyMatch(AskedText::isMoreThanALetter)) {
            words.removeIf(word -> !isMoreThanALetter(word));
        }
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static boolean isMoreThanALetter(String word) {
        return word.length() > 1 || Character.isDigit(word.charAt(0));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
