/** The calendar as iCalendar feeds (RFC 5545), for the calendar people already have. */
@NullMarked
package se.foreningstorget.calendar.feed;

import org.jspecify.annotations.NullMarked;
