/** What a person was told: one entry for each message, or for all messages that came together. */
@NullMarked
package io.caseclock.notify.inbox;

import org.jspecify.annotations.NullMarked;
