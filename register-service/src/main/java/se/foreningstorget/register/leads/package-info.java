/** Interest leads: from a resident's wish to an association's answer. */
@NullMarked
package se.foreningstorget.register.leads;

import org.jspecify.annotations.NullMarked;
