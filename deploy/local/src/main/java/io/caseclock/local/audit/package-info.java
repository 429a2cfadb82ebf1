/**
 * Proves from outside that nothing is missed: what the monitor holds as open is computed again from
 * the intake's journal alone.
 */
@NullMarked
package io.caseclock.local.audit;

import org.jspecify.annotations.NullMarked;
