/** What every page shares: its frame, language, forms and the reply when something is wrong. */
@NullMarked
package se.foreningstorget.web.shell;

import org.jspecify.annotations.NullMarked;
