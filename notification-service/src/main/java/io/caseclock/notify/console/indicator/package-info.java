/**
 * The pages of indicators: those of deadlines as the monitor tells them, and those that this
 * service counts itself; each with its trend, and the cases behind the miss.
 */
@NullMarked
package io.caseclock.notify.console.indicator;

import org.jspecify.annotations.NullMarked;
