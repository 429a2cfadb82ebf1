/** Reads the file of a case from PostgreSQL. */
@NullMarked
package io.caseclock.notify.casefile.panache;

import org.jspecify.annotations.NullMarked;
