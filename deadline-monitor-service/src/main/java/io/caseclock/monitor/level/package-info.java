/** Who may see a case: its level, and the cases that are hidden from whoever asks. */
@NullMarked
package io.caseclock.monitor.level;

import org.jspecify.annotations.NullMarked;
