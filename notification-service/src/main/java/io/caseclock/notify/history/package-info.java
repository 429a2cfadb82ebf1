/**
 * One message a person about many breaches of the time that is history, which a supervisor released
 * as a digest. The monitor tells of each breach by itself; people are told once all are there.
 */
@NullMarked
package io.caseclock.notify.history;

import org.jspecify.annotations.NullMarked;
