/** How long what is kept of people is kept: rules that are data, and the clock that obeys them. */
@NullMarked
package se.foreningstorget.eventkit.retention;

import org.jspecify.annotations.NullMarked;
