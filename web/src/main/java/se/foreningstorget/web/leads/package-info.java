/** Saying what one would like to do, following it, and the association's answer. */
@NullMarked
package se.foreningstorget.web.leads;

import org.jspecify.annotations.NullMarked;
