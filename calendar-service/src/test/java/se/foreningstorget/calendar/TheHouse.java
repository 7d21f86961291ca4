package se.foreningstorget.calendar;

import se.foreningstorget.testkit.Platform;
import se.foreningstorget.testkit.Shared;

/** The calendar, running, having heard of the associations that its tests speak of. */
public final class TheHouse extends Shared<CalendarHouse> {
    public TheHouse() {
        super(CalendarHouse.class);
    }

    @Override
    protected CalendarHouse start(Platform platform) {
        var house = CalendarHouse.open(platform);
        house.register("koren", "Kören på Råå", 1);
        house.register("klubben", "Klubben", 1);
        house.register("flode", "Flödets förening", 1);
        return house;
    }
}
