/** The console in a real browser: every page for every role, and what people come there to do. */
@NullMarked
package io.caseclock.e2e.console;

import org.jspecify.annotations.NullMarked;
