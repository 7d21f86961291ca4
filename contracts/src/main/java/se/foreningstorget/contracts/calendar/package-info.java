/** The calendar's facts: what associations do, and when. */
@NullMarked
package se.foreningstorget.contracts.calendar;

import org.jspecify.annotations.NullMarked;
