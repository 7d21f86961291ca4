/** Who has a venue when: one aggregate a venue and day. */
@NullMarked
package se.foreningstorget.venue.booking;

import org.jspecify.annotations.NullMarked;
