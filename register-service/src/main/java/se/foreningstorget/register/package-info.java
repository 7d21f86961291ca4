/** Associations, how to find and reach them, and interest leads. */
@NullMarked
package se.foreningstorget.register;

import org.jspecify.annotations.NullMarked;
