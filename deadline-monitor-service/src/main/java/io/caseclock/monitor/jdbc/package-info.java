/**
 * The tables of the monitor. One package for all who read and write them: watching, alarms,
 * listings and the revision of open cases share the rows of events and deadlines.
 */
@NullMarked
package io.caseclock.monitor.jdbc;

import org.jspecify.annotations.NullMarked;
