/**
 * One class for each kind of history in the sample. A scenario tells its whole course, to the last
 * follow-up that a rule of the pack waits for, so that nothing stays open by accident.
 */
@NullMarked
package io.caseclock.local.sample.scenario;

import org.jspecify.annotations.NullMarked;
