/** Lets go of what silences have held back. */
@NullMarked
package io.caseclock.notify.silence.jdbc;

import org.jspecify.annotations.NullMarked;
