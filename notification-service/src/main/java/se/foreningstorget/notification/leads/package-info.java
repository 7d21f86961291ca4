/** What is mailed about interest leads. */
@NullMarked
package se.foreningstorget.notification.leads;

import org.jspecify.annotations.NullMarked;
