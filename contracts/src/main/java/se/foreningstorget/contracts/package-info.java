/** What crosses a service border: event and id records, one package per owner. */
@NullMarked
package se.foreningstorget.contracts;

import org.jspecify.annotations.NullMarked;
