package se.foreningstorget.venue.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.venue.BookedDay;
import se.foreningstorget.contracts.venue.Booking;
import se.foreningstorget.contracts.venue.BookingEvent;
import se.foreningstorget.contracts.venue.Slot;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.venue.booking.BookingCommand.Book;

/** What holds of every day, whatever is asked of it. */
class AnyDayTest {

    @Property(tries = 500)
    void standingBookingsNeverOverlap(@ForAll("commands") List<BookingCommand> commands) {
        BookedDay day = null;
        for (var command : commands) {
            day = after(day, VenueDay.decide(day, command));
            var standing = standing(day);
            for (int i = 0; i < standing.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(standing.get(i).overlaps(standing.get(j))).isFalse();
                }
            }
        }
    }

    @Property(tries = 500)
    void aGoodWishForFreeTimeIsAlwaysGranted(
            @ForAll("commands") List<BookingCommand> commands, @ForAll("slots") Slot slot) {
        BookedDay day = null;
        for (var command : commands) {
            day = after(day, VenueDay.decide(day, command));
        }
        var wish = Wishes.wish("a-new-id", Wishes.ANN, Wishes.TOMORROW, slot, true);
        boolean free = standing(day).stream().noneMatch(slot::overlaps);
        boolean open = !wish.isOutside();
        assertThat(VenueDay.decide(day, wish) instanceof Decision.Accepted).isEqualTo(free && open);
    }

    @Property(tries = 300)
    void whatWasGrantedIsHarmlessToRepeat(@ForAll("commands") List<BookingCommand> commands) {
        BookedDay day = null;
        for (var command : commands) {
            var decision = VenueDay.decide(day, command);
            day = after(day, decision);
            if (decision instanceof Decision.Accepted) {
                assertThat(VenueDay.decide(day, command)).isEqualTo(Decision.unchanged());
            }
        }
    }

    @Provide
    Arbitrary<List<BookingCommand>> commands() {
        var ids = Arbitraries.integers().between(1, 12).map(number -> "b-" + number);
        Arbitrary<BookingCommand> wishes =
                Combinators.combine(ids, Arbitraries.of(Wishes.ANN, Wishes.BO), slots())
                        .as((id, by, slot) -> wish(id, by, slot));
        Arbitrary<BookingCommand> cancellations = ids.map(Wishes::cancel);
        return Arbitraries.oneOf(wishes, wishes, wishes, cancellations).list().ofMaxSize(40);
    }

    private static Book wish(
            String id, se.foreningstorget.contracts.register.AssociationId by, Slot slot) {
        return Wishes.wish(id, by, Wishes.TOMORROW, slot, true);
    }

    @Provide
    Arbitrary<Slot> slots() {
        var quarters = Arbitraries.integers().between(0, 95);
        return Combinators.combine(quarters, Arbitraries.integers().between(1, 16))
                .as((from, length) -> new Slot(quarter(from), quarter(Math.min(95, from + length))))
                .filter(slot -> slot.from().isBefore(slot.to()));
    }

    private static LocalTime quarter(int number) {
        return LocalTime.of(number / 4, number % 4 * 15);
    }

    private static List<Slot> standing(@Nullable BookedDay day) {
        return day == null
                ? List.of()
                : day.bookings().stream().filter(Booking::stands).map(Booking::slot).toList();
    }

    private static @Nullable BookedDay after(
            @Nullable BookedDay day, Decision<BookingEvent> decision) {
        if (decision instanceof Decision.Accepted<BookingEvent>(var events)) {
            for (var event : events) {
                day = VenueDay.evolve(day, event);
            }
        }
        return day;
    }
}
