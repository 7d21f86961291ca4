/** What happened to an aggregate, kept for those who may know. */
@NullMarked
package se.foreningstorget.register.history;

import org.jspecify.annotations.NullMarked;
