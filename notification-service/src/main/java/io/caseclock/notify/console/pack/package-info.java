/** Which rule packs are in force, since when, and in which services. */
@NullMarked
package io.caseclock.notify.console.pack;

import org.jspecify.annotations.NullMarked;
