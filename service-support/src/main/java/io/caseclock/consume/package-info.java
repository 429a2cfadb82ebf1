/**
 * Records that could not be taken in, as operators see them: kept whole, with the reason, until
 * they are put back after a mend or dismissed.
 */
@NullMarked
package io.caseclock.consume;

import org.jspecify.annotations.NullMarked;
