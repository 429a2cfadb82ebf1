/** Open cases and the record of law changes in PostgreSQL. */
@NullMarked
package io.caseclock.monitor.revision.jdbc;

import org.jspecify.annotations.NullMarked;
