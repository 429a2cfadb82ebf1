/**
 * What the service does by the clock: a job takes batch after batch while there is anything to do.
 */
@NullMarked
package io.caseclock.notify.job;

import org.jspecify.annotations.NullMarked;
