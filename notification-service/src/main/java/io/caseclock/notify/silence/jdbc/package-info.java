/** Keeps silences in PostgreSQL. */
@NullMarked
package io.caseclock.notify.silence.jdbc;

import org.jspecify.annotations.NullMarked;
