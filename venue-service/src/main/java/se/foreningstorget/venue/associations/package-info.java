/** What this service knows of associations. */
@NullMarked
package se.foreningstorget.venue.associations;

import org.jspecify.annotations.NullMarked;
