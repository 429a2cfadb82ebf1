/**
 * What one case, or one question about cases, may cost: counted while the work is done, so that it
 * stops early. A case beyond a limit is set aside with the limit's name; no other case waits for
 * it.
 */
@NullMarked
package io.caseclock.monitor.limit;

import org.jspecify.annotations.NullMarked;
