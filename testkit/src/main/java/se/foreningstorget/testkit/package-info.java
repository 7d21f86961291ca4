/**
 * The broker, store and mailbox a test runs on: containers where an engine is, embedded elsewhere.
 */
@NullMarked
package se.foreningstorget.testkit;

import org.jspecify.annotations.NullMarked;
