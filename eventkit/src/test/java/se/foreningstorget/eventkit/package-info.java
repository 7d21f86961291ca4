/** Tests of the machinery every service shares. */
@NullMarked
package se.foreningstorget.eventkit;

import org.jspecify.annotations.NullMarked;
