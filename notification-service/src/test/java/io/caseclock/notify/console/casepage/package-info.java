/** Where things stand in the picture of a case. */
@NullMarked
package io.caseclock.notify.console.casepage;

import org.jspecify.annotations.NullMarked;
