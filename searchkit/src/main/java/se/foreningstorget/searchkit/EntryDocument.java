package se.foreningstorget.searchkit;

import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** An entry as Lucene keeps it. */
final class EntryDocument {
    private static final FieldType KEYS = keysType();

    private EntryDocument() {}

    static Document of(Fields fields, Entry entry) {
        requireDeclared("text", entry.texts(), fields.texts().keySet());
        requireDeclared("facet", entry.facets(), fields.facets());
        requireDeclared("sortable", entry.sortables(), fields.sortables());
        requireDeclared("number", entry.numbers(), fields.numbers());

        var document = new Document();
        document.add(new StringField(Names.ID, entry.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(Names.ID, new BytesRef(entry.id())));
        document.add(new BinaryDocValuesField(Names.SHOWN, Shown.write(fields, entry)));
        var weights = KeyWeights.of(fields, entry);
        if (!weights.isEmpty()) {
            document.add(new Field(Names.KEYS, new KeyStream(weights), KEYS));
        }
        entry.facets()
                .forEach((facet, values) -> {
                    for (var value : values) {
                        var name = Names.facet(facet);
                        document.add(new StringField(name, value, Field.Store.NO));
                        document.add(new SortedSetDocValuesField(name, new BytesRef(value)));
                    }
                });
        entry.sortables()
                .forEach((field, value) ->
                        document.add(
                                new SortedDocValuesField(
                                        Names.sortable(field), Alphabet.key(value))));
        entry.numbers()
                .forEach((field, values) -> {
                    for (long value : values) {
                        document.add(new LongField(Names.number(field), value, Field.Store.NO));
                    }
                });
        return document;
    }

    private static void requireDeclared(String kind, Map<String, ?> used, Set<String> declared) {
        for (var field : used.keySet()) {
            if (!declared.contains(field)) {
                throw new IllegalArgumentException("no " + kind + " field " + field);
            }
        }
    }

    private static FieldType keysType() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
