/**
 * Who may see a case, as the monitor states it, and the cases that are hidden from whoever asks.
 */
@NullMarked
package io.caseclock.notify.level;

import org.jspecify.annotations.NullMarked;
