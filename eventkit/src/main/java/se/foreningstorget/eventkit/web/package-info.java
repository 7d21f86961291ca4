/** What every service's HTTP side shares: callers, replies, problems. */
@NullMarked
package se.foreningstorget.eventkit.web;

import org.jspecify.annotations.NullMarked;
