/** Shows day by day how a computed deadline was counted, so that a person can check it by hand. */
@NullMarked
package io.caseclock.monitor.explain;

import org.jspecify.annotations.NullMarked;
