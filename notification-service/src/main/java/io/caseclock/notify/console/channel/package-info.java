/** How each channel does, a test of it, and the newest deliveries. */
@NullMarked
package io.caseclock.notify.console.channel;

import org.jspecify.annotations.NullMarked;
