/** Figures of the present beside a naive count. */
@NullMarked
package io.caseclock.monitor.present;

import org.jspecify.annotations.NullMarked;
