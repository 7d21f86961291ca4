package se.foreningstorget.contracts.venue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nine facts associations asked for of every premises, dated and with their source. What nobody
 * has said is absent.
 *
 * @param type what sort of premises
 * @param uses what it can be used for
 * @param equipment what is in it
 * @param capacity how many people
 * @param whoMayRent who may rent or borrow it
 * @param cost any cost, in words; priceOre its price per hour where there is one, in öre
 * @param contact whom to ask
 * @param address where it is
 * @param opens when a booking may begin at the earliest; closes when one must have ended
 * @param asOf when the facts were true, said by {@code source}
 */
public record VenueFacts(
        String name,
        @Nullable String type,
        List<String> uses,
        List<String> equipment,
        @Nullable Integer capacity,
        @Nullable String whoMayRent,
        @Nullable String cost,
        @Nullable Long priceOre,
        @Nullable String contact,
        Accessibility accessibility,
        @Nullable String address,
        LocalTime opens,
        LocalTime closes,
        @Nullable String source,
        @Nullable LocalDate asOf) {
    public VenueFacts {
        uses = uses == null ? List.of() : List.copyOf(uses);
        equipment = equipment == null ? List.of() : List.copyOf(equipment);
        accessibility = accessibility == null ? Accessibility.UNKNOWN : accessibility;
    }
}
