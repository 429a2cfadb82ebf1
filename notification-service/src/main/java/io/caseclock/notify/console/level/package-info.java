/** Who may see a case: its level, opening it in need, and the reviews of that. */
@NullMarked
package io.caseclock.notify.console.level;

import org.jspecify.annotations.NullMarked;
