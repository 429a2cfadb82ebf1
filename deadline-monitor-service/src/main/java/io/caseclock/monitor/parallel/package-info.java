/** What is done at the same time by a few threads of one process. */
@NullMarked
package io.caseclock.monitor.parallel;

import org.jspecify.annotations.NullMarked;
