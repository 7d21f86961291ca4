package se.foreningstorget.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to do, and what came of it.
 *
 * @param number the short number a person can say on the phone
 * @param receiptKey only right after it was left
 * @param resident only for the volunteer centre
 */
public record Lead(
        String id,
        String number,
        @Nullable String status,
        @Nullable String wish,
        @Nullable Instant leftAt,
        @Nullable String receiptKey,
        List<Forward> forwards,
        List<Entry> history,
        @Nullable Resident resident,
        @Nullable Boolean tellByPhone) {
    public Lead {
        forwards = forwards == null ? List.of() : forwards;
        history = history == null ? List.of() : history;
    }

    /** An association it was sent on to, and its answer. */
    public record Forward(
            String association,
            @Nullable String associationName,
            @Nullable Instant at,
            @Nullable String answer,
            @Nullable String message,
            @Nullable Instant answeredAt) {
        public String name() {
            return associationName == null ? association : associationName;
        }
    }

    /** Something that happened to it. */
    public record Entry(
            @Nullable String type,
            @Nullable Instant at,
            List<String> associations,
            @Nullable String association,
            @Nullable String answer,
            @Nullable String message) {
        public Entry {
            associations = associations == null ? List.of() : associations;
        }
    }

    /** Who left it. */
    public record Resident(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {}

    public boolean isWithdrawn() {
        return "withdrawn".equals(status);
    }

    /**
     * How far it has come, as a person would tell it: {@code partly} when some associations have
     * answered and others not, {@code other} for states that came after us.
     */
    public String stage() {
        if (status == null || status.equals("waiting")) {
            return "waiting";
        }
        boolean allAnswered = forwards.stream().allMatch(it -> it.answer() != null);
        return switch (status) {
            case "answered" -> forwards.isEmpty() || allAnswered ? "answered" : "partly";
            case "forwarded", "withdrawn", "closed" -> status;
            default -> "other";
        };
    }

    public boolean isForwardedTo(String association) {
        return forwards.stream().anyMatch(it -> it.association().equals(association));
    }
}
