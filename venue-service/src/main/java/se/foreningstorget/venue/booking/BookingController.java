package se.foreningstorget.venue.booking;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.venue.BookedDay;
import se.foreningstorget.contracts.venue.Booking;
import se.foreningstorget.contracts.venue.BookingId;
import se.foreningstorget.contracts.venue.BookingStatus;
import se.foreningstorget.contracts.venue.Slot;
import se.foreningstorget.contracts.venue.VenueId;
import se.foreningstorget.eventkit.read.Projection;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.venue.associations.KnownAssociation;
import se.foreningstorget.venue.booking.BookingCommand.Book;
import se.foreningstorget.venue.booking.BookingCommand.Cancel;
import se.foreningstorget.venue.premises.Venues;

/** A venue's day: what is free and taken, and booking it. */
@RestController
@RequestMapping("/api/venue/v1/venues/{venue}/days/{day}")
class BookingController {
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");

    private final VenueDays days;
    private final Venues venues;
    private final Projection<Association, KnownAssociation> known;
    private final Replies replies;
    private final InstantSource clock;

    BookingController(
            VenueDays days,
            Venues venues,
            Projection<Association, KnownAssociation> known,
            Replies replies,
            InstantSource clock) {
        this.days = days;
        this.venues = venues;
        this.known = known;
        this.replies = replies;
        this.clock = clock;
    }

    /** A wish for a slot; whole minutes, local time at the venue. */
    record BookingRequest(
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @NotNull AssociationId association,
            @Nullable @Size(max = 500) String purpose) {}

    /** A slot on a day, as everybody may see it. */
    record SlotView(
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {
        static SlotView of(Slot slot) {
            return new SlotView(slot.from(), slot.to());
        }
    }

    /** A booking, as its association and the city may see it. */
    record BookingView(
            BookingId id,
            VenueId venue,
            LocalDate day,
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to,
            AssociationId association,
            @Nullable String associationName,
            @Nullable String purpose,
            BookingStatus status) {}

    /**
     * A venue's day.
     *
     * @param taken who has it is not told to everybody
     * @param bookings those the caller may see
     */
    record DayView(
            VenueId venue,
            LocalDate day,
            SlotView open,
            List<SlotView> free,
            List<SlotView> taken,
            List<BookingView> bookings) {}

    @GetMapping
    DayView day(@PathVariable VenueId venue, @PathVariable LocalDate day, Caller caller) {
        var open = open(venue);
        var booked =
                days.find(venue, day).map(stored -> stored.state().bookings()).orElse(List.of());
        var standing =
                booked.stream()
                        .filter(Booking::stands)
                        .sorted(Comparator.comparing(booking -> booking.slot().from()))
                        .toList();
        var taken = standing.stream().map(Booking::slot).toList();
        return new DayView(
                venue,
                day,
                SlotView.of(open),
                free(open, taken).stream().map(SlotView::of).toList(),
                taken.stream().map(SlotView::of).toList(),
                standing.stream()
                        .filter(booking -> maySee(caller, booking))
                        .map(booking -> view(venue, day, booking))
                        .toList());
    }

    @GetMapping("/bookings/{id}")
    ResponseEntity<Object> one(
            @PathVariable VenueId venue,
            @PathVariable LocalDate day,
            @PathVariable BookingId id,
            Caller caller) {
        caller.must(caller.isAssociationOrCity());
        var stored =
                days.find(venue, day)
                        .filter(it ->
                                VenueDay.find(it.state(), id)
                                        .filter(booking -> maySee(caller, booking))
                                        .isPresent())
                        .orElseThrow(Problem::notFound);
        return replies.found(stored, booking(id), state -> view(venue, day, state, id));
    }

    @PutMapping("/bookings/{id}")
    ResponseEntity<Object> book(
            @PathVariable VenueId venue,
            @PathVariable LocalDate day,
            @PathVariable BookingId id,
            @Valid @RequestBody BookingRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.mustEdit(request.association().value(), Role.VENUE_MANAGER, Role.STAFF);
        var slot = slot(request);
        var now = clock.instant();
        var wish =
                new Book(
                        venue,
                        day,
                        id,
                        slot,
                        request.association(),
                        request.purpose(),
                        open(venue),
                        known.find(request.association().value()).isPresent(),
                        caller.subject(),
                        LocalDateTime.ofInstant(now, CITY),
                        now);
        var outcome = days.handle(venue, day, wish, Replies.ifMatch(ifMatch, booking(id)));
        return replies.of(outcome, booking(id), state -> view(venue, day, state, id));
    }

    @DeleteMapping("/bookings/{id}")
    ResponseEntity<Object> cancel(
            @PathVariable VenueId venue,
            @PathVariable LocalDate day,
            @PathVariable BookingId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.must(caller.isAssociationOrCity());
        var booking =
                days.find(venue, day)
                        .flatMap(stored -> VenueDay.find(stored.state(), id))
                        .orElseThrow(Problem::notFound);
        caller.mustEdit(booking.association().value(), Role.VENUE_MANAGER, Role.STAFF);
        var outcome =
                days.handle(
                        venue,
                        day,
                        new Cancel(venue, day, id, caller.subject(), clock.instant()),
                        Replies.ifMatch(ifMatch, booking(id)));
        return replies.of(outcome, booking(id), state -> view(venue, day, state, id));
    }

    private Slot open(VenueId venue) {
        var facts = venues.find(venue).orElseThrow(Problem::notFound).state().facts();
        return new Slot(facts.opens(), facts.closes());
    }

    private static Slot slot(BookingRequest request) {
        if (!request.from().isBefore(request.to())) {
            throw Problem.badRequest("slot-ends-before-it-begins");
        }
        if (!request.from().equals(request.from().truncatedTo(ChronoUnit.MINUTES))
                || !request.to().equals(request.to().truncatedTo(ChronoUnit.MINUTES))) {
            throw Problem.badRequest("whole-minutes");
        }
        return new Slot(request.from(), request.to());
    }

    private static List<Slot> free(Slot open, List<Slot> taken) {
        var free = new ArrayList<Slot>();
        var from = open.from();
        for (var slot : taken) {
            if (from.isBefore(slot.from())) {
                free.add(new Slot(from, slot.from()));
            }
            from = slot.to().isAfter(from) ? slot.to() : from;
        }
        if (from.isBefore(open.to())) {
            free.add(new Slot(from, open.to()));
        }
        return free;
    }

    private static boolean maySee(Caller caller, Booking booking) {
        return caller.is(Role.STAFF, Role.VENUE_MANAGER)
                || caller.edits(booking.association().value());
    }

    private static Function<BookedDay, @Nullable Booking> booking(BookingId id) {
        return day -> VenueDay.find(day, id).orElse(null);
    }

    private BookingView view(VenueId venue, LocalDate day, BookedDay state, BookingId id) {
        return view(venue, day, VenueDay.find(state, id).orElseThrow());
    }

    private BookingView view(VenueId venue, LocalDate day, Booking booking) {
        return new BookingView(
                booking.id(),
                venue,
                day,
                booking.slot().from(),
                booking.slot().to(),
                booking.association(),
                known.find(booking.association().value()).map(KnownAssociation::name).orElse(null),
                booking.purpose(),
                booking.status());
    }
}
