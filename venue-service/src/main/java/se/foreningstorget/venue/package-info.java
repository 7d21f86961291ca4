/** Premises and bookings. */
@NullMarked
package se.foreningstorget.venue;

import org.jspecify.annotations.NullMarked;
