/** Deletes what is kept long enough, of cases that are at rest and not under legal hold. */
@NullMarked
package io.caseclock.retention;

import org.jspecify.annotations.NullMarked;
