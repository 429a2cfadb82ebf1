/**
 * How long after an event of a case each source usually sends others that had happened by then;
 * alarms wait as long for a case to come to rest. Learned from what came, forgotten with time, and
 * shared by all replicas.
 */
@NullMarked
package io.caseclock.monitor.lag;

import org.jspecify.annotations.NullMarked;
