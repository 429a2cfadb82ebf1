/**
 * Silences, under which messages are not told for a while: each silence has an author, a reason and
 * an end, holds only once a second person approved it, and never hides a breach from those above
 * its author, nor from anybody that somebody opened a restricted case in need.
 */
@NullMarked
package io.caseclock.notify.silence;

import org.jspecify.annotations.NullMarked;
