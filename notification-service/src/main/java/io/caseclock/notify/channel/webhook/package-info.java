/**
 * Signed CloudEvents to configured receivers; no names and no case content, only ids, a level and a
 * link.
 */
@NullMarked
package io.caseclock.notify.channel.webhook;

import org.jspecify.annotations.NullMarked;
