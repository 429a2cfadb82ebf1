/** What the suite lives through, under load: nothing accepted is lost, nothing is told twice. */
@NullMarked
package io.caseclock.e2e.faults;

import org.jspecify.annotations.NullMarked;
