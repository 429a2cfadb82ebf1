/** Records that this service and the monitor put aside, and what to do about them. */
@NullMarked
package io.caseclock.notify.console.deadletter;

import org.jspecify.annotations.NullMarked;
