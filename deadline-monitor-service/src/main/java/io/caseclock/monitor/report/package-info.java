/** Answers questions about what is kept: lists, filters, effects. Reads only. */
@NullMarked
package io.caseclock.monitor.report;

import org.jspecify.annotations.NullMarked;
