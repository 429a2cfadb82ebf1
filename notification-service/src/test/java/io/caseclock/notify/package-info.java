@NullMarked
package io.caseclock.notify;

import org.jspecify.annotations.NullMarked;
