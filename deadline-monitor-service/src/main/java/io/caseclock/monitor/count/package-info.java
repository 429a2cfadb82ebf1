/** How a deadline counts: one value for each, and what is added and taken away when it changes. */
@NullMarked
package io.caseclock.monitor.count;

import org.jspecify.annotations.NullMarked;
