/** One fact, one line: what is logged cannot pretend to be a line of its own. */
@NullMarked
package io.caseclock.log;

import org.jspecify.annotations.NullMarked;
