package se.foreningstorget.venue.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.venue.booking.Wishes.ANN;
import static se.foreningstorget.venue.booking.Wishes.BO;
import static se.foreningstorget.venue.booking.Wishes.NOW;
import static se.foreningstorget.venue.booking.Wishes.TODAY;
import static se.foreningstorget.venue.booking.Wishes.TOMORROW;
import static se.foreningstorget.venue.booking.Wishes.booked;
import static se.foreningstorget.venue.booking.Wishes.cancel;
import static se.foreningstorget.venue.booking.Wishes.cancelled;
import static se.foreningstorget.venue.booking.Wishes.wish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.contracts.venue.BookedDay;
import se.foreningstorget.contracts.venue.Booking;
import se.foreningstorget.contracts.venue.BookingEvent;
import se.foreningstorget.eventkit.testing.Scenario;

/** Who gets a slot, and who does not. */
class VenueDayTest {
    private final Scenario<BookedDay, BookingCommand, BookingEvent> day =
            new Scenario<>(VenueDay::decide, VenueDay::evolve);

    @Test
    void aFreeSlotIsBooked() {
        var wish = wish("a", ANN, TOMORROW, "18:00", "20:00");
        day.given().when(wish).thenHappened(booked(wish));
    }

    @Test
    void aRepeatedWishChangesNothing() {
        var wish = wish("a", ANN, TOMORROW, "18:00", "20:00");
        day.given(booked(wish)).when(wish).thenUnchanged();
    }

    @Test
    void aRepeatAfterCancellingDoesNotBookAgain() {
        var wish = wish("a", ANN, TOMORROW, "18:00", "20:00");
        day.given(booked(wish), cancelled(wish)).when(wish).thenUnchanged();
    }

    @Test
    void aRepeatIsHarmlessEvenWhenTheTimeHasPassed() {
        var morning = wish("a", ANN, TODAY, "09:00", "10:00");
        day.given(booked(morning)).when(morning).thenUnchanged();
    }

    @ParameterizedTest
    @CsvSource({"18:00,19:00", "17:00,18:01", "19:59,21:00", "17:00,21:00", "18:30,19:30"})
    void anOverlappingSlotIsTaken(String from, String to) {
        day.given(booked(wish("a", ANN, TOMORROW, "18:00", "20:00")))
                .when(wish("b", BO, TOMORROW, from, to))
                .thenRejected(BookingRejection.SLOT_TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"16:00,18:00", "20:00,22:00"})
    void oneMayBeginWhenTheOtherEnds(String from, String to) {
        var next = wish("b", BO, TOMORROW, from, to);
        day.given(booked(wish("a", ANN, TOMORROW, "18:00", "20:00")))
                .when(next)
                .thenHappened(booked(next));
    }

    @Test
    void anAssociationDoesNotOverlapItselfEither() {
        day.given(booked(wish("a", ANN, TOMORROW, "18:00", "20:00")))
                .when(wish("b", ANN, TOMORROW, "19:00", "21:00"))
                .thenRejected(BookingRejection.SLOT_TAKEN);
    }

    @Test
    void aCancelledSlotIsFreeAgain() {
        var first = wish("a", ANN, TOMORROW, "18:00", "20:00");
        var second = wish("b", BO, TOMORROW, "18:00", "20:00");
        day.given(booked(first), cancelled(first)).when(second).thenHappened(booked(second));
    }

    @Test
    void anIdStandsForOneBookingOnly() {
        day.given(booked(wish("a", ANN, TOMORROW, "18:00", "20:00")))
                .when(wish("a", ANN, TOMORROW, "10:00", "11:00"))
                .thenRejected(BookingRejection.ID_IN_USE);
        day.given(booked(wish("a", ANN, TOMORROW, "18:00", "20:00")))
                .when(wish("a", BO, TOMORROW, "18:00", "20:00"))
                .thenRejected(BookingRejection.ID_IN_USE);
    }

    @ParameterizedTest
    @CsvSource({"08:00,09:00", "11:59,13:00", "12:00,13:00"})
    void whatHasBegunIsTooLate(String from, String to) {
        day.given()
                .when(wish("a", ANN, TODAY, from, to))
                .thenRejected(BookingRejection.SLOT_PASSED);
    }

    @Test
    void yesterdayIsTooLate() {
        day.given()
                .when(wish("a", ANN, TODAY.minusDays(1), "18:00", "20:00"))
                .thenRejected(BookingRejection.SLOT_PASSED);
    }

    @Test
    void theNextMinuteIsNotTooLate() {
        var wish = wish("a", ANN, TODAY, "12:01", "13:00");
        day.given().when(wish).thenHappened(booked(wish));
    }

    @ParameterizedTest
    @CsvSource({"07:59,09:00", "21:00,22:01", "05:00,06:00", "22:00,23:00", "00:00,23:59"})
    void outsideOpeningHoursIsRefused(String from, String to) {
        day.given()
                .when(wish("a", ANN, TOMORROW, from, to))
                .thenRejected(BookingRejection.OUTSIDE_OPENING_HOURS);
    }

    @Test
    void theWholeOpenDayMayBeBooked() {
        var wish = wish("a", ANN, TOMORROW, "08:00", "22:00");
        day.given().when(wish).thenHappened(booked(wish));
    }

    @Test
    void anUnknownAssociationIsRefused() {
        day.given()
                .when(Wishes.byUnknown("a", TOMORROW, "18:00", "20:00"))
                .thenRejected(BookingRejection.ASSOCIATION_UNKNOWN);
    }

    @Test
    void aBookingIsCancelled() {
        var wish = wish("a", ANN, TOMORROW, "18:00", "20:00");
        day.given(booked(wish)).when(cancel("a")).thenHappened(cancelled(wish));
    }

    @Test
    void cancellingTwiceChangesNothing() {
        var wish = wish("a", ANN, TOMORROW, "18:00", "20:00");
        day.given(booked(wish), cancelled(wish)).when(cancel("a")).thenUnchanged();
    }

    @Test
    void whatWasNeverBookedCannotBeCancelled() {
        day.given().when(cancel("a")).thenRejected(BookingRejection.NO_SUCH_BOOKING);
        day.given(booked(wish("a", ANN, TOMORROW, "18:00", "20:00")))
                .when(cancel("b"))
                .thenRejected(BookingRejection.NO_SUCH_BOOKING);
    }

    @Test
    void aCancelledBookingStaysOnRecord() {
        var first = wish("a", ANN, TOMORROW, "18:00", "20:00");
        var second = wish("b", BO, TOMORROW, "18:00", "20:00");
        var state = day.given(booked(first), cancelled(first)).when(second).state();
        assertThat(state.day()).isEqualTo(TOMORROW);
        assertThat(state.bookings()).extracting(Booking::stands).containsExactly(false, true);
        assertThat(state.bookings().getLast().bookedAt()).isEqualTo(NOW);
    }
}
