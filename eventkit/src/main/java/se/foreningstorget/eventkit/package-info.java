/** The machinery every service shares: decide loop, store, outbox relay, event reader, replies. */
@NullMarked
package se.foreningstorget.eventkit;

import org.jspecify.annotations.NullMarked;
