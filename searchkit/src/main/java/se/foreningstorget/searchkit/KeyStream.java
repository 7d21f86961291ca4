package se.foreningstorget.searchkit;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Hands an entry's keys to Lucene, each once, its weight in place of a count. */
final class KeyStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute weight = addAttribute(TermFrequencyAttribute.class);
    private final Iterator<Map.Entry<String, Integer>> weights;

    KeyStream(Map<String, Integer> weights) {
        this.weights = weights.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!weights.hasNext()) {
            return false;
        }
        clearAttributes();
        var next = weights.next();
        term.append(next.getKey());
        weight.setTermFrequency(next.getValue());
        return true;
    }
}
