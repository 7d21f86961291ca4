package se.foreningstorget.embedded;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A stretch of text ids, both ends included and either end open. */
record IdRange(@Nullable String from, @Nullable String to) {

    /** The keys of a map that are text in this range, in order. */
    <V> Iterable<Object> keysOf(MVMap<Object, V> map) {
        return () -> new Keys(map.keyIterator(from == null ? "" : from), to);
    }

    // All text stands together in the map's order, so the first key that is something else ends it.
    private static final class Keys implements Iterator<Object> {
        private final Iterator<Object> keys;
        private final @Nullable String to;
        private @Nullable Object next;

        Keys(Iterator<Object> keys, @Nullable String to) {
            this.keys = keys;
            this.to = to;
            this.next = advance();
        }

        private @Nullable Object advance() {
            if (keys.hasNext()
                    && keys.next() instanceof String key
                    && (to == null || key.compareTo(to) <= 0)) {
                return key;
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Object next() {
            var result = next;
            if (result == null) {
                throw new NoSuchElementException();
            }
            next = advance();
            return result;
        }
    }
}
