package se.foreningstorget.web.calendar;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the calendar. */
@Configuration(proxyBeanMethods = false)
@Import({EventsController.class, EventController.class})
public class CalendarConfiguration {}
