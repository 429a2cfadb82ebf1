/**
 * The command behind {@code ./caseclock images}. What it cannot do it says in one sentence and with a
 * non-zero exit code; it never shows a stack trace unless {@code CASECLOCK_TRACE} is set.
 */
@NullMarked
package io.caseclock.images.cli;

import org.jspecify.annotations.NullMarked;
