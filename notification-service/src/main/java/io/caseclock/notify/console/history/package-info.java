/** What old cases would have told, and how supervisors release it. */
@NullMarked
package io.caseclock.notify.console.history;

import org.jspecify.annotations.NullMarked;
