/** The rule book: every rule with its provision, versions, examples and what belongs to it. */
@NullMarked
package io.caseclock.notify.console.rulebook;

import org.jspecify.annotations.NullMarked;
