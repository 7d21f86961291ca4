/** A way back from a lost store or log: backups of a running system, and restoring one. */
@NullMarked
package se.foreningstorget.operations.backup;

import org.jspecify.annotations.NullMarked;
