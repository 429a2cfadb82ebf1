/** Who is told of what, and a way to try that out. */
@NullMarked
package io.caseclock.notify.console.route;

import org.jspecify.annotations.NullMarked;
