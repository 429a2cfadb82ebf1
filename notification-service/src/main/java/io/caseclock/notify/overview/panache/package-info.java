/** Counts over the tables of notices and tasks. */
@NullMarked
package io.caseclock.notify.overview.panache;

import org.jspecify.annotations.NullMarked;
