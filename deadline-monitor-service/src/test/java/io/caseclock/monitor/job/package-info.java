/** What jobs tell of their rounds. */
@NullMarked
package io.caseclock.monitor.job;

import org.jspecify.annotations.NullMarked;
