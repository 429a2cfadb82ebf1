/** Keeps every line that a service logs one line, by whatever handler it leaves. */
@NullMarked
package io.caseclock.log.wiring;

import org.jspecify.annotations.NullMarked;
