/** What this service knows of associations. */
@NullMarked
package se.foreningstorget.calendar.associations;

import org.jspecify.annotations.NullMarked;
