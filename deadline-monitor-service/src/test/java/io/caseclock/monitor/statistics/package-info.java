/** Numbers against plain counts of the rows behind them. */
@NullMarked
package io.caseclock.monitor.statistics;

import org.jspecify.annotations.NullMarked;
