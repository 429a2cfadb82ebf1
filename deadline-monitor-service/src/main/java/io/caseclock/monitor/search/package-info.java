/** Finds cases, persons and things, and officers by what people know of them. Reads only. */
@NullMarked
package io.caseclock.monitor.search;

import org.jspecify.annotations.NullMarked;
