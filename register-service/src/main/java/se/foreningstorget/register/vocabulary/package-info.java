/** The words associations describe their activities with. */
@NullMarked
package se.foreningstorget.register.vocabulary;

import org.jspecify.annotations.NullMarked;
