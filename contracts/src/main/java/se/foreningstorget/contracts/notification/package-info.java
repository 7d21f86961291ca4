/** What the newsletter knows: subscriptions and issues. */
@NullMarked
package se.foreningstorget.contracts.notification;

import org.jspecify.annotations.NullMarked;
