/** The door, tried over real sockets. */
@NullMarked
package se.foreningstorget.gateway;

import org.jspecify.annotations.NullMarked;
