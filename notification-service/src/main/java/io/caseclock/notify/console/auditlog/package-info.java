/** Who asked for which change, of this service and of the monitor. */
@NullMarked
package io.caseclock.notify.console.auditlog;

import org.jspecify.annotations.NullMarked;
