package se.foreningstorget.calendar.feed;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The city's time zone as iCalendar tells it, by the rules that hold since 1996. Written here,
 * because the definition that ical4j brings for Europe/Stockholm calls itself Europe/Berlin.
 */
final class CityTime {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

    private CityTime() {}

    static VTimeZone component() {
        var summer = LocalDateTime.of(1997, 3, 30, 2, 0);
        var winter = LocalDateTime.of(1997, 10, 26, 3, 0);
        return new VTimeZone(
                new PropertyList(List.of(new TzId(ZONE.getId()))),
                new ComponentList<>(
                        List.of(
                                observance(new Daylight(), "CEST", WINTER, SUMMER, summer),
                                observance(new Standard(), "CET", SUMMER, WINTER, winter))));
    }

    private static Observance observance(
            Observance observance,
            String name,
            ZoneOffset from,
            ZoneOffset to,
            LocalDateTime first) {
        observance.add(new TzName(name));
        observance.add(new TzOffsetFrom(from));
        observance.add(new TzOffsetTo(to));
        observance.add(new DtStart<>(first));
        observance.add(new RRule<>("FREQ=YEARLY;BYMONTH=" + first.getMonthValue() + ";BYDAY=-1SU"));
        return observance;
    }
}
