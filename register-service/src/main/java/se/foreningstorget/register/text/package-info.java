/** What is looked for in free text before it is kept. */
@NullMarked
package se.foreningstorget.register.text;

import org.jspecify.annotations.NullMarked;
