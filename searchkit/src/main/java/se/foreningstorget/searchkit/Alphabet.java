package se.foreningstorget.searchkit;

import java.io.ByteArrayOutputStream;
import java.text.Collator;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/** Bytes that sort as Swedish readers expect: word by word, å, ä and ö after z. */
final class Alphabet {
    private static final int LONGEST = 200;

    private Alphabet() {}

    /**
     * Each word gets its own collation key, with zeros between, because Java's collator passes over
     * spaces and would put "Råå museum" before "Råå IF".
     */
    static BytesRef key(String value) {
        var collator = swedish();
        var bytes = new ByteArrayOutputStream();
        Word.eachWritten(
                value.length() > LONGEST ? value.substring(0, LONGEST) : value,
                written -> {
                    bytes.writeBytes(collator.getCollationKey(written).toByteArray());
                    bytes.write(0);
                    bytes.write(0);
                });
        return new BytesRef(bytes.toByteArray());
    }

    private static Collator swedish() {
        var collator = Collator.getInstance(Locale.forLanguageTag("sv-SE"));
        collator.setStrength(Collator.PRIMARY);
        return collator;
    }
}
