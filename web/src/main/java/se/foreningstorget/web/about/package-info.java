/** Privacy and accessibility. */
@NullMarked
package se.foreningstorget.web.about;

import org.jspecify.annotations.NullMarked;
