/** A broker, a store and a mailbox that run inside one JVM and keep their data in a folder. */
@NullMarked
package se.foreningstorget.embedded;

import org.jspecify.annotations.NullMarked;
