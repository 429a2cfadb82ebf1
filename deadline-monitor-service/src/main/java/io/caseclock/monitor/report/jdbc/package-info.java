/** The report's questions in SQL. */
@NullMarked
package io.caseclock.monitor.report.jdbc;

import org.jspecify.annotations.NullMarked;
