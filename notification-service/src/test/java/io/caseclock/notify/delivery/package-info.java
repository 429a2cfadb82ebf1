@NullMarked
package io.caseclock.notify.delivery;

import org.jspecify.annotations.NullMarked;
