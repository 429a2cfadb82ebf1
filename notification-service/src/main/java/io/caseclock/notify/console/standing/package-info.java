/** How units stand in a month, by points. */
@NullMarked
package io.caseclock.notify.console.standing;

import org.jspecify.annotations.NullMarked;
