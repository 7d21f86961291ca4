package se.foreningstorget.contracts.notification;

import java.time.Instant;
import se.foreningstorget.contracts.Language;

/** The receipt of a double opt-in: which words, in which language, when, and from where. */
public record Consent(String text, String version, Language language, Instant at, String source) {}
