/** The register itself: entries, who may see what of them, how they are found. */
@NullMarked
package se.foreningstorget.register.associations;

import org.jspecify.annotations.NullMarked;
