/** Consumes the topics that the monitor listens to; transient faults wait, broken records leave. */
@NullMarked
package io.caseclock.monitor.watch.kafka;

import org.jspecify.annotations.NullMarked;
