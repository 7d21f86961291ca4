/** All of it in one JVM with an embedded broker, store and mailbox. */
@NullMarked
package se.foreningstorget.standalone;

import org.jspecify.annotations.NullMarked;
