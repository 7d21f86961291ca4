/** The volunteer centre's desk. */
@NullMarked
package se.foreningstorget.web.volunteers;

import org.jspecify.annotations.NullMarked;
