/** Tests of the operators' side. */
@NullMarked
package se.foreningstorget.operations;

import org.jspecify.annotations.NullMarked;
