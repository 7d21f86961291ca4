package se.foreningstorget.web.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** One request to the API, put together so that nothing a visitor typed can change its address. */
public final class Call {
    private final String path;
    private final List<Object> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, Object> body = new LinkedHashMap<>();

    private Call(String path, Object... ids) {
        this.path = path;
        for (var id : ids) {
            // a dot segment would be folded away by whoever reads the address next
            if (id.toString().isBlank() || id.toString().matches("\\.{1,2}")) {
                throw new Refused(404, Refused.Problem.UNSAID);
            }
            values.add(id);
        }
    }

    /** To a path with a placeholder in braces for each id. */
    public static Call to(String path, Object... ids) {
        return new Call(path, ids);
    }

    /** Adds a parameter; absent and blank ones are left out. */
    public Call with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            names.add(name);
            values.add(value);
        }
        return this;
    }

    public Call withEach(String name, Collection<String> each) {
        each.forEach(value -> with(name, value));
        return this;
    }

    /** Adds a header; absent and blank ones are left out, and no key of ours has odd letters. */
    public Call header(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            if (!value.matches("[ -~]+")) {
                throw new Refused(404, Refused.Problem.UNSAID);
            }
            headers.put(name, value);
        }
        return this;
    }

    /** Adds a field to what is sent; absent ones are left out. */
    public Call field(String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
        return this;
    }

    URI address(String base) {
        var address = UriComponentsBuilder.fromUriString(base + path);
        for (int i = 0; i < names.size(); i++) {
            address.queryParam(names.get(i), "{parameter" + i + "}");
        }
        return address.encode().buildAndExpand(values.toArray()).toUri();
    }

    /** The service that answers, like {@code register}. */
    String service() {
        return path.split("/", 4)[2];
    }

    /** Whether lists of the service show what is written here; a venue's days are no list. */
    boolean isListed() {
        return !path.contains("/days/");
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> body() {
        return body;
    }
}
