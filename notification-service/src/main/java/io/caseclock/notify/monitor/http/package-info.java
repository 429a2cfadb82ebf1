/** Asks the monitor by HTTP. */
@NullMarked
package io.caseclock.notify.monitor.http;

import org.jspecify.annotations.NullMarked;
