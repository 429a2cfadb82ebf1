@NullMarked
package io.caseclock.monitor.watch;

import org.jspecify.annotations.NullMarked;
