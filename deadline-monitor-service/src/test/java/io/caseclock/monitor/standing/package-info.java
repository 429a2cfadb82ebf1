/** Tests of the monthly standing on plain numbers. */
@NullMarked
package io.caseclock.monitor.standing;

import org.jspecify.annotations.NullMarked;
