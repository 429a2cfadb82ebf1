/** The audit log in a database, which each service has in the same way. */
@NullMarked
package io.caseclock.monitor.auditlog;

import org.jspecify.annotations.NullMarked;
