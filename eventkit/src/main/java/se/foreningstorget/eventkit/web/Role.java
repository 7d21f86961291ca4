package se.foreningstorget.eventkit.web;

import java.util.Locale;

/** What a person may do in the city's name. */
public enum Role {
    STAFF,
    VOLUNTEER_CENTRE,
    VENUE_MANAGER;

    /** The name in tokens, like {@code volunteer-centre}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
