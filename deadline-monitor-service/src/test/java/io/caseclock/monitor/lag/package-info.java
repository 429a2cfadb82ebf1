@NullMarked
package io.caseclock.monitor.lag;

import org.jspecify.annotations.NullMarked;
