/** Asks the monitor what became known since a period was closed. */
@NullMarked
package io.caseclock.notify.bulletin.http;

import org.jspecify.annotations.NullMarked;
