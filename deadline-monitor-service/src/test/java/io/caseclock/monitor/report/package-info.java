/** Tests of the listings of deadlines. */
@NullMarked
package io.caseclock.monitor.report;

import org.jspecify.annotations.NullMarked;
