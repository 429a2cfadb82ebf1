/**
 * Bulletins of closed periods. The monitor says the numbers of a unit and a period; this capability
 * adds those of this service, numbers the bulletin without gaps per unit and kind, freezes it and
 * sends it to those who lead the unit. Nothing of it is ever changed.
 */
@NullMarked
package io.caseclock.notify.bulletin;

import org.jspecify.annotations.NullMarked;
