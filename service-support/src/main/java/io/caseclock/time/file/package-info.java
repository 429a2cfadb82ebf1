/** A clock whose offset stands in a file that every service of the local stack reads. */
@NullMarked
package io.caseclock.time.file;

import org.jspecify.annotations.NullMarked;
