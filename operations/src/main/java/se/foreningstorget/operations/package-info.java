/** What operators do to a running service: look, check, put back, say again. */
@NullMarked
package se.foreningstorget.operations;

import org.jspecify.annotations.NullMarked;
