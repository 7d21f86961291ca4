/** How a service reads topics: projections, reactions, feeds. */
@NullMarked
package se.foreningstorget.eventkit.read;

import org.jspecify.annotations.NullMarked;
