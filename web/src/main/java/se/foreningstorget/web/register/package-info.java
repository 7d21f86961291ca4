/** Finding an association. */
@NullMarked
package se.foreningstorget.web.register;

import org.jspecify.annotations.NullMarked;
