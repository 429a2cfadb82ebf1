/** The worked examples of the packs, and what is said of those that do not come out. */
@NullMarked
package io.caseclock.monitor.example;

import org.jspecify.annotations.NullMarked;
