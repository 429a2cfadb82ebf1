/** What this service keeps about a case, for its archive. */
@NullMarked
package io.caseclock.monitor.archive.jdbc;

import org.jspecify.annotations.NullMarked;
