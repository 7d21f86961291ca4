/** Subscriptions, newsletters and mail. */
@NullMarked
package se.foreningstorget.notification;

import org.jspecify.annotations.NullMarked;
