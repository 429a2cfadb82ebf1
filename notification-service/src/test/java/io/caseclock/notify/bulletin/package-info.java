@NullMarked
package io.caseclock.notify.bulletin;

import org.jspecify.annotations.NullMarked;
