/** What happens, and telling that something will. */
@NullMarked
package se.foreningstorget.web.calendar;

import org.jspecify.annotations.NullMarked;
