/** Finding rules and trying them out. */
@NullMarked
package io.caseclock.monitor.rulebook;

import org.jspecify.annotations.NullMarked;
