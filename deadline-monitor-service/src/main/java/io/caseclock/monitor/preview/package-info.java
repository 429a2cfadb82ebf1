/** Computes deadlines for events that somebody asks about; nothing is stored. */
@NullMarked
package io.caseclock.monitor.preview;

import org.jspecify.annotations.NullMarked;
