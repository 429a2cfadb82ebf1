/** Has the messages that silences hold back looked at again, by plain SQL on a hot table. */
@NullMarked
package io.caseclock.notify.silence.jdbc;

import org.jspecify.annotations.NullMarked;
