package se.foreningstorget.web.shell;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of a page of ours, with its parameters. */
public final class Address {
    private final StringBuilder address;
    private char next = '?';

    Address(String path) {
        this.address = new StringBuilder(path);
    }

    /** With a placeholder in braces for each id. */
    public static Address of(String path, Object... ids) {
        return new Address(
                UriComponentsBuilder.fromPath(path).encode().buildAndExpand(ids).toUriString());
    }

    /** Adds a parameter; absent and blank ones are left out. */
    public Address with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.append(next)
                    .append(UriUtils.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
            next = '&';
        }
        return this;
    }

    public Address withEach(String name, Collection<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
