/** The venues' facts: premises and who has booked them. */
@NullMarked
package se.foreningstorget.contracts.venue;

import org.jspecify.annotations.NullMarked;
