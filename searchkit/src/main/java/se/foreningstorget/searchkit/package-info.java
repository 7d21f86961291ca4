/**
 * The search every catalogue shares: Swedish analysis, Lucene index life cycle, facets, cursors.
 */
@NullMarked
package se.foreningstorget.searchkit;

import org.jspecify.annotations.NullMarked;
