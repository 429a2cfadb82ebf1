/** Puts the encoding of log lines into every handler of a service. */
@NullMarked
package io.caseclock.log.wiring;

import org.jspecify.annotations.NullMarked;
