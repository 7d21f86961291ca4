/** What an association's own people keep true. */
@NullMarked
package se.foreningstorget.web.mine;

import org.jspecify.annotations.NullMarked;
