/** Claims due deadlines with {@code FOR UPDATE SKIP LOCKED}, so that replicas share a sweep. */
@NullMarked
package io.caseclock.monitor.alarm.jdbc;

import org.jspecify.annotations.NullMarked;
