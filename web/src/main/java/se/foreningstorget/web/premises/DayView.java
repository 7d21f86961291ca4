package se.foreningstorget.web.premises;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A venue's day: what is free and what is taken. */
record DayView(
        String venue,
        LocalDate day,
        Slot open,
        List<Slot> free,
        List<Slot> taken,
        List<Booking> bookings) {
    DayView {
        free = free == null ? List.of() : free;
        taken = taken == null ? List.of() : taken;
        bookings = bookings == null ? List.of() : bookings;
    }

    /** From one time to another. */
    record Slot(LocalTime from, LocalTime to) {
        int minutes() {
            return (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
        }
    }

    /** A booking this visitor may see. */
    record Booking(
            String id,
            LocalTime from,
            LocalTime to,
            String association,
            @Nullable String associationName,
            @Nullable String purpose) {}

    /** How far into the opening hours a time lies, in minutes; for drawing the day. */
    int minutesIn(LocalTime time) {
        return new Slot(open.from(), time).minutes();
    }
}
