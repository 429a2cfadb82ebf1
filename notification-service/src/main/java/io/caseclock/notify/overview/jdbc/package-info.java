/** Counts over the tables of notices and tasks. */
@NullMarked
package io.caseclock.notify.overview.jdbc;

import org.jspecify.annotations.NullMarked;
