/** The register's facts: associations and interest leads. */
@NullMarked
package se.foreningstorget.contracts.register;

import org.jspecify.annotations.NullMarked;
