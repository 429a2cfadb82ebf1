/** Many open deadlines beside those that are measured. */
@NullMarked
package io.caseclock.bench.open;

import org.jspecify.annotations.NullMarked;
