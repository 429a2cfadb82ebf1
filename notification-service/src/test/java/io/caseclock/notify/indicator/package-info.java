@NullMarked
package io.caseclock.notify.indicator;

import org.jspecify.annotations.NullMarked;
