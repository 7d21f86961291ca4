/** Subscribing to the newsletter, and writing it. */
@NullMarked
package se.foreningstorget.web.newsletter;

import org.jspecify.annotations.NullMarked;
