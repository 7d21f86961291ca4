package se.foreningstorget.venue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.token;
import static se.foreningstorget.venue.Town.KOREN;
import static se.foreningstorget.venue.Town.MANAGER;
import static se.foreningstorget.venue.Town.SCHACK;
import static se.foreningstorget.venue.Town.booking;
import static se.foreningstorget.venue.Town.code;
import static se.foreningstorget.venue.Town.day;
import static se.foreningstorget.venue.Town.venue;
import static se.foreningstorget.venue.Town.wish;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** Booking a venue as its callers meet it. */
@ExtendWith(TheService.class)
class BookingServiceTest {
    private final RunningService service;

    BookingServiceTest(RunningService service) {
        this.service = service;
    }

    @Test
    void anAssociationBooksForItselfOnly() {
        var path = booking(venue(service, "roller"), "a");
        var wish = wish("koren", "18:00", "20:00");
        var anonymous = service.put(path, null, wish);
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(code(anonymous)).isEqualTo("sign-in-needed");
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
        var other = service.put(path, SCHACK, wish);
        assertThat(other.status()).isEqualTo(403);
        assertThat(code(other)).isEqualTo("not-allowed");
        assertThat(service.put(path, token(Role.VOLUNTEER_CENTRE), wish).status()).isEqualTo(403);

        var booked = service.put(path, KOREN, wish);
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.header("ETag")).isNotNull();
        assertThat(booked.header("Seen")).isEqualTo("roller/" + Town.DAY + "@1");
        assertThat(booked.json().get("from").asString()).isEqualTo("18:00");
        assertThat(booked.json().get("status").asString()).isEqualTo("standing");
        assertThat(booked.json().get("associationName").asString()).isEqualTo("Namn: koren");
        assertThat(service.put(path, KOREN, wish).status()).isEqualTo(200);
    }

    @Test
    void managerAndStaffBookForAnyAssociation() {
        var salen = venue(service, "stadens");
        var manager = service.put(booking(salen, "a"), MANAGER, wish("koren", "10:00", "11:00"));
        assertThat(manager.status()).isEqualTo(201);
        var staff =
                service.put(
                        booking(salen, "b"), token(Role.STAFF), wish("schack", "11:00", "12:00"));
        assertThat(staff.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "slot-taken, koren, 18:30, 19:00, Någon annan, Somebody else",
        "outside-opening-hours, koren, 07:00, 09:00, Lokalen är inte öppen, The venue is not open",
        "association-unknown, nagon-annan, 10:00, 11:00, Föreningen finns inte, The register does"
    })
    void aRefusalSaysWhyInTheReadersLanguage(
            String code, String by, String from, String to, String swedish, String english) {
        var salen = venue(service, "nej-" + code);
        service.put(booking(salen, "first"), MANAGER, wish("schack", "18:00", "20:00"));
        for (var language : Map.of("sv", swedish, "en", english).entrySet()) {
            var refused =
                    service.put(
                            booking(salen, "second"),
                            MANAGER,
                            wish(by, from, to),
                            "Accept-Language",
                            language.getKey());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(code(refused)).isEqualTo(code);
            assertThat(refused.header("Content-Language")).isEqualTo(language.getKey());
            assertThat(refused.json().get("detail").asString()).startsWith(language.getValue());
        }
        var french =
                service.put(
                        booking(salen, "second"),
                        MANAGER,
                        wish(by, from, to),
                        "Accept-Language",
                        "fr");
        assertThat(french.json().get("detail").asString()).startsWith(swedish);
    }

    @Test
    void whatHasPassedCannotBeBooked() {
        var path = venue(service, "igar") + "/days/" + LocalDate.now().minusDays(2) + "/bookings/a";
        var refused = service.put(path, KOREN, wish("koren", "18:00", "20:00"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("slot-passed");
    }

    @Test
    void anIdIsForOneBooking() {
        var path = booking(venue(service, "id"), "a");
        service.put(path, KOREN, wish("koren", "18:00", "20:00"));
        var other = service.put(path, KOREN, wish("koren", "10:00", "11:00"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(code(other)).isEqualTo("id-in-use");
    }

    @Test
    void aCancelledSlotIsFreeAgain() {
        var salen = venue(service, "avbokad");
        var path = booking(salen, "a");
        service.put(path, KOREN, wish("koren", "18:00", "20:00"));
        assertThat(service.delete(path, null).status()).isEqualTo(401);
        assertThat(service.delete(path, SCHACK).status()).isEqualTo(403);
        var cancelled = service.delete(path, KOREN);
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("status").asString()).isEqualTo("cancelled");
        assertThat(service.delete(path, KOREN).status()).isEqualTo(200);
        var next = service.put(booking(salen, "b"), SCHACK, wish("schack", "18:00", "20:00"));
        assertThat(next.status()).isEqualTo(201);
        assertThat(service.delete(booking(salen, "never"), KOREN).status()).isEqualTo(404);
    }

    @Test
    void theEtagIsTheBookingsNotTheDays() {
        var salen = venue(service, "etag");
        var path = booking(salen, "a");
        var etag =
                requireNonNull(
                        service.put(path, KOREN, wish("koren", "18:00", "20:00")).header("ETag"));
        service.put(booking(salen, "b"), SCHACK, wish("schack", "10:00", "11:00"));
        assertThat(service.get(path, KOREN).header("ETag")).isEqualTo(etag);
        assertThat(service.delete(path, KOREN, "If-Match", "\"other\"").status()).isEqualTo(412);
        assertThat(service.get(path, KOREN).json().get("status").asString()).isEqualTo("standing");
        assertThat(service.delete(path, KOREN, "If-Match", etag).status()).isEqualTo(200);
        assertThat(service.delete(path, KOREN, "If-Match", etag).status()).isEqualTo(200);
    }

    @Test
    void aRepeatIsAnsweredBeforeIfMatchIsJudged() {
        var path = booking(venue(service, "repris"), "a");
        var wish = wish("koren", "18:00", "20:00");
        var stale = service.put(path, KOREN, wish, "If-Match", "\"stale\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(code(stale)).isEqualTo("changed-meanwhile");
        assertThat(service.put(path, KOREN, wish).status()).isEqualTo(201);
        assertThat(service.put(path, KOREN, wish, "If-Match", "\"stale\"").status()).isEqualTo(200);
    }

    @Test
    void whoHasASlotIsNotToldToEverybody() {
        var salen = venue(service, "insyn");
        service.put(booking(salen, "a"), KOREN, wish("koren", "18:00", "20:00"));
        service.put(booking(salen, "b"), SCHACK, wish("schack", "10:00", "11:30"));

        var anonymous = service.get(day(salen), null);
        assertThat(anonymous.raw().body()).doesNotContain("koren", "schack");
        assertThat(anonymous.json().get("bookings").isEmpty()).isTrue();
        assertThat(anonymous.json().get("taken"))
                .hasToString(
                        "[{\"from\":\"10:00\",\"to\":\"11:30\"},"
                                + "{\"from\":\"18:00\",\"to\":\"20:00\"}]");
        assertThat(anonymous.json().get("free"))
                .hasToString(
                        "[{\"from\":\"08:00\",\"to\":\"10:00\"},"
                                + "{\"from\":\"11:30\",\"to\":\"18:00\"},"
                                + "{\"from\":\"20:00\",\"to\":\"22:00\"}]");
        assertThat(service.get(day(salen), KOREN).raw().body())
                .contains("koren")
                .doesNotContain("schack");
        assertThat(service.get(day(salen), MANAGER).json().get("bookings").size()).isEqualTo(2);

        assertThat(service.get(booking(salen, "a"), KOREN).status()).isEqualTo(200);
        assertThat(service.get(booking(salen, "a"), SCHACK).status()).isEqualTo(404);
        assertThat(service.get(booking(salen, "a"), null).status()).isEqualTo(401);
    }

    @Test
    void anUnknownVenueCannotBeBooked() {
        var path = booking(Town.VENUES + "/finns-inte", "a");
        var reply = service.put(path, KOREN, wish("koren", "18:00", "20:00"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(service.get(day(Town.VENUES + "/finns-inte"), null).status()).isEqualTo(404);
    }
}
