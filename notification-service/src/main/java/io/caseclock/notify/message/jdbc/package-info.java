/** Messages and their recipients in PostgreSQL. */
@NullMarked
package io.caseclock.notify.message.jdbc;

import org.jspecify.annotations.NullMarked;
