/** The newsletter's issues. */
@NullMarked
package se.foreningstorget.notification.newsletters;

import org.jspecify.annotations.NullMarked;
