/** What operators are given, held against what really runs. */
@org.jspecify.annotations.NullMarked
package se.foreningstorget.standalone.ops;
