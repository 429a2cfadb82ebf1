/** Makes what consumers share, from one set of keys. */
@NullMarked
package io.caseclock.consume.wiring;

import org.jspecify.annotations.NullMarked;
