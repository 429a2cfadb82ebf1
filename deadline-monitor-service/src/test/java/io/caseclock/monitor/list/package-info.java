/** Tests of the supervision lists, over a real database. */
@NullMarked
package io.caseclock.monitor.list;

import org.jspecify.annotations.NullMarked;
