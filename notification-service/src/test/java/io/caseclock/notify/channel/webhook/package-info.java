/** Tests. */
@NullMarked
package io.caseclock.notify.channel.webhook;

import org.jspecify.annotations.NullMarked;
