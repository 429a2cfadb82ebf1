/** What must hold so that the monitor can be spread over many databases and many replicas. */
@NullMarked
package io.caseclock.monitor.scaling;

import org.jspecify.annotations.NullMarked;
