/** Measures the running system beside what it stands on; started by {@code ./bench}. */
@NullMarked
package se.foreningstorget.standalone.bench;

import org.jspecify.annotations.NullMarked;
