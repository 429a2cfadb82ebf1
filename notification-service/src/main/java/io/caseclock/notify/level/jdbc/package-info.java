/** Keeps in PostgreSQL who may see a case. */
@NullMarked
package io.caseclock.notify.level.jdbc;

import org.jspecify.annotations.NullMarked;
