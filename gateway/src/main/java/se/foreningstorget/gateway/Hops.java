package se.foreningstorget.gateway;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/** Headers that are for one connection only and never go on. */
final class Hops {
    private static final Set<String> ALWAYS =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private Hops() {}

    /**
     * @param connection the values of the message's {@code Connection} headers
     * @return the names, in lower case, of what is not passed on
     */
    static Set<String> named(Iterator<String> connection) {
        var names = new HashSet<>(ALWAYS);
        while (connection.hasNext()) {
            Arrays.stream(connection.next().split(","))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .forEach(names::add);
        }
        return names;
    }

    static Set<String> named(Enumeration<String> connection) {
        return named(connection.asIterator());
    }
}
