/** Events, occurrences and feeds. */
@NullMarked
package se.foreningstorget.calendar;

import org.jspecify.annotations.NullMarked;
