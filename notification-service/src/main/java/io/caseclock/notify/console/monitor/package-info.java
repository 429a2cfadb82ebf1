/** How pages ask the monitor: in the name of the visitor, several questions at a time. */
@NullMarked
package io.caseclock.notify.console.monitor;

import org.jspecify.annotations.NullMarked;
