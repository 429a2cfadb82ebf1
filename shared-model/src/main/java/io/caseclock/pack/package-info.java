/**
 * The rule pack: the law as data. A {@link io.caseclock.pack.Pack} that exists has been checked
 * whole: every event type, fact, level, list and indicator that a rule names is declared. {@code
 * io.caseclock.pack.file} is its one door.
 */
@NullMarked
package io.caseclock.pack;

import org.jspecify.annotations.NullMarked;
