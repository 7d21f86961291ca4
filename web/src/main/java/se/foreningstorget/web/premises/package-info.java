/** Premises and booking them. */
@NullMarked
package se.foreningstorget.web.premises;

import org.jspecify.annotations.NullMarked;
