/** The events associations post: one aggregate an event, its lists and its search. */
@NullMarked
package se.foreningstorget.calendar.events;

import org.jspecify.annotations.NullMarked;
