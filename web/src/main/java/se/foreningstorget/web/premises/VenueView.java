package se.foreningstorget.web.premises;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.web.api.Reason;

/** A venue and the nine facts about it; what nobody has said is absent. */
record VenueView(String id, Facts facts, List<Reason> reasons) {
    VenueView {
        reasons = reasons == null ? List.of() : reasons;
    }

    /** What there is to know of it. */
    record Facts(
            String name,
            @Nullable String type,
            List<String> uses,
            List<String> equipment,
            @Nullable Integer capacity,
            @Nullable String whoMayRent,
            @Nullable String cost,
            @Nullable Long priceOre,
            @Nullable String contact,
            @Nullable Accessibility accessibility,
            @Nullable String address,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable String source,
            @Nullable LocalDate asOf) {
        Facts {
            uses = uses == null ? List.of() : uses;
            equipment = equipment == null ? List.of() : equipment;
        }

        /** The price per hour in kronor, with öre only where there are any; null when unknown. */
        @Nullable String kronor(Locale language) {
            if (priceOre == null) {
                return null;
            }
            return priceOre % 100 == 0
                    ? String.format(language, "%d", priceOre / 100)
                    : String.format(language, "%.2f", priceOre / 100.0);
        }
    }

    /** Who can get in and take part. */
    record Accessibility(
            @Nullable String stepFree,
            @Nullable String accessibleToilet,
            @Nullable String hearingLoop,
            @Nullable String note) {}
}
