/** What operators watch of a service: what waits, what lags, what is missing; never whose. */
@NullMarked
package se.foreningstorget.eventkit.watch;

import org.jspecify.annotations.NullMarked;
