/** Who gets the newsletter, by double opt-in. */
@NullMarked
package se.foreningstorget.notification.subscriptions;

import org.jspecify.annotations.NullMarked;
