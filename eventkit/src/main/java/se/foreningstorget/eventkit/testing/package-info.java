/** How a test speaks of an aggregate's rules. */
@NullMarked
package se.foreningstorget.eventkit.testing;

import org.jspecify.annotations.NullMarked;
