/** The gateway's API as one visitor may use it, and the answers more than one page reads. */
@NullMarked
package se.foreningstorget.web.api;

import org.jspecify.annotations.NullMarked;
