/** Keeps silences in PostgreSQL. */
@NullMarked
package io.caseclock.notify.silence.panache;

import org.jspecify.annotations.NullMarked;
