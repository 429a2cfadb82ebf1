/** Joins what the services keep about a case into one file. */
@NullMarked
package io.caseclock.local.archive;

import org.jspecify.annotations.NullMarked;
