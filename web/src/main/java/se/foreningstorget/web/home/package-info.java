/** The first page. */
@NullMarked
package se.foreningstorget.web.home;

import org.jspecify.annotations.NullMarked;
