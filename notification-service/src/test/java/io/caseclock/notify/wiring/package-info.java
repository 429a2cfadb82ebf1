@NullMarked
package io.caseclock.notify.wiring;

import org.jspecify.annotations.NullMarked;
