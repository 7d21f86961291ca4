package se.foreningstorget.web;

import java.util.List;

/** Every page there is, with who looks at it. */
record EveryPage(String name, String path, String token) {
    private static final String LEAD = "7d1f0a52-0000-4000-8000-000000000001";
    private static final String BOOKING = "7d1f0a52-0000-4000-8000-00000000000b";
    private static final String ISSUE = "7d1f0a52-0000-4000-8000-00000000000c";

    static final List<EveryPage> ALL =
            List.of(
                    anyone("home", "/"),
                    anyone("find", "/associations"),
                    anyone("find-choir", "/associations?q=k%C3%B6r&tag=choir&cursor=c1"),
                    anyone("association", "/associations/kor"),
                    anyone("association-script", "/associations/skript"),
                    anyone("lead-new", "/leads/new?association=kor"),
                    anyone("lead-receipt", "/leads/" + LEAD + "/receipt/nyckel"),
                    anyone("lead-withdraw", "/leads/" + LEAD + "/receipt/nyckel/withdraw"),
                    anyone("lead-answer", "/leads/" + LEAD + "/answer/kor/nyckel"),
                    anyone("lead-answered", "/leads/" + LEAD + "/answer/trall/nyckel"),
                    anyone("lead-answer-withdrawn", "/leads/" + LEAD + "/answer/bad/nyckel"),
                    anyone("events", "/events?q=hus&category=open-house&from=2026-12-01&cursor=c1"),
                    anyone("event", "/events/oppet-hus"),
                    anyone("event-cancelled", "/events/langfard"),
                    anyone("venues", "/venues?q=piano&capacity=10&step-free=yes"),
                    anyone("venue", "/venues/kulturhuset?day=2026-12-05"),
                    anyone("newsletter", "/newsletter"),
                    anyone("newsletter-asked", "/newsletter/asked"),
                    anyone("newsletter-confirm", "/newsletter/confirm/nyckel"),
                    anyone("newsletter-end", "/newsletter/end/nyckel"),
                    anyone("privacy", "/about/privacy"),
                    anyone("problem", "/problems/slot-taken"),
                    anyone("accessibility", "/about/accessibility"),
                    anyone("mine-signed-out", "/my-association"),
                    new EveryPage("mine", "/my-association", Site.EDITOR),
                    new EveryPage("mine-one", "/my-association/kor", Site.EDITOR),
                    new EveryPage("mine-leads", "/my-association/kor/leads", Site.EDITOR),
                    new EveryPage("association-new", "/associations/new", Site.STAFF),
                    new EveryPage("mine-edit", "/my-association/kor/edit", Site.EDITOR),
                    new EveryPage("event-new", "/events/new?organizer=kor", Site.EDITOR),
                    new EveryPage("event-own", "/events/oppet-hus", Site.EDITOR),
                    new EveryPage("event-cancel", "/events/oppet-hus/cancel", Site.EDITOR),
                    new EveryPage(
                            "venue-booked",
                            "/venues/kulturhuset?day=2026-12-05&booked=1",
                            Site.EDITOR),
                    new EveryPage(
                            "venue-cancel",
                            "/venues/kulturhuset/days/2026-12-05/bookings/" + BOOKING + "/cancel",
                            Site.EDITOR),
                    new EveryPage("desk", "/volunteer-centre?q=k&status=waiting", Site.STAFF),
                    new EveryPage("desk-lead", "/volunteer-centre/leads/" + LEAD, Site.STAFF),
                    new EveryPage("desk-phone", "/volunteer-centre/leads/new", Site.STAFF),
                    new EveryPage("venue-staff", "/venues/kulturhuset", Site.STAFF),
                    new EveryPage("compose", "/newsletter/compose", Site.STAFF),
                    new EveryPage("compose-preview", "/newsletter/compose/" + ISSUE, Site.STAFF),
                    new EveryPage("compose-sent", "/newsletter/compose/sent", Site.STAFF),
                    new EveryPage(
                            "compose-send", "/newsletter/compose/" + ISSUE + "/send", Site.STAFF));

    private static EveryPage anyone(String name, String path) {
        return new EveryPage(name, path, "");
    }

    String cookies(String language) {
        return "lang=" + language + (token.isEmpty() ? "" : "; token=" + token);
    }
}
