/** What a candidate pack would change, before anybody puts it in force. */
@NullMarked
package io.caseclock.notify.console.impact;

import org.jspecify.annotations.NullMarked;
