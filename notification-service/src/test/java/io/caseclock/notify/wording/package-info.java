/** Putting messages in other words. */
@NullMarked
package io.caseclock.notify.wording;

import org.jspecify.annotations.NullMarked;
