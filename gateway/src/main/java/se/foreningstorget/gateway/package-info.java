/** The only door: routes, limits, circuit breakers; no domain. */
@NullMarked
package se.foreningstorget.gateway;

import org.jspecify.annotations.NullMarked;
