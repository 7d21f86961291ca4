/** Premises that associations may rent or borrow. */
@NullMarked
package se.foreningstorget.venue.premises;

import org.jspecify.annotations.NullMarked;
