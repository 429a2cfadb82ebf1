/** Runs the sweep again and again. */
@NullMarked
package io.caseclock.monitor.alarm.job;

import org.jspecify.annotations.NullMarked;
