/** All that a service keeps about one case, as one file with hashes. */
@NullMarked
package io.caseclock.archive;

import org.jspecify.annotations.NullMarked;
