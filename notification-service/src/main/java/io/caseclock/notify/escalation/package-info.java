/**
 * The escalation of a breach: who is told next when nothing happens. Acknowledging stops it and
 * needs a plan date; when that passes without progress, the escalation goes on from where it stood.
 */
@NullMarked
package io.caseclock.notify.escalation;

import org.jspecify.annotations.NullMarked;
