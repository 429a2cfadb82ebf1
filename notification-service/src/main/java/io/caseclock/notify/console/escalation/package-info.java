/** Breaches: what was told to whom, what comes next, and who takes them on. */
@NullMarked
package io.caseclock.notify.console.escalation;

import org.jspecify.annotations.NullMarked;
