/** Makes the service of its parts and reads its configuration. */
@NullMarked
package io.caseclock.notify.wiring;

import org.jspecify.annotations.NullMarked;
