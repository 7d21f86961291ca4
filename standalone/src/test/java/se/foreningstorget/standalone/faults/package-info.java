/** Nothing is lost and nothing happens twice, whatever stops, goes away or is exchanged. */
@org.jspecify.annotations.NullMarked
package se.foreningstorget.standalone.faults;
