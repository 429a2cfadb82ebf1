/** What runs by the clock: the sweep, the nightly audit, and the taking over of a new law. */
@NullMarked
package io.caseclock.monitor.job;

import org.jspecify.annotations.NullMarked;
