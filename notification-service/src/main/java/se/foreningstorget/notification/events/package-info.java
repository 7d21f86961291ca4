/** What this service knows of coming events. */
@NullMarked
package se.foreningstorget.notification.events;

import org.jspecify.annotations.NullMarked;
