/**
 * What would have been told of old cases, had nothing been history: the report at the end of a load
 * ({@link io.caseclock.monitor.history.HistoryQueries}), and the supervisors' decisions on what is
 * still overdue ({@link io.caseclock.monitor.history.ReleaseHistory}).
 */
@NullMarked
package io.caseclock.monitor.history;

import org.jspecify.annotations.NullMarked;
