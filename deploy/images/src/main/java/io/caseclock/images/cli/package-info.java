/**
 * The commands behind {@code ./caseclock images} and {@code ./caseclock bundle}. What they cannot
 * do they say in one sentence and with a non-zero exit code; they never show a stack trace unless
 * {@code CASECLOCK_TRACE} is set.
 */
@NullMarked
package io.caseclock.images.cli;

import org.jspecify.annotations.NullMarked;
