/** What a candidate pack would change in a monitor that runs elsewhere, asked over HTTP. */
@NullMarked
package io.caseclock.monitor.revision.http;

import org.jspecify.annotations.NullMarked;
