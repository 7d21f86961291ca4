package se.foreningstorget.searchkit;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/** A match is worth its weight in the entry, and rare words are worth no more than common ones. */
final class WeightOnly extends Similarity {
    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float weight, long norm) {
                return boost * weight;
            }
        };
    }
}
