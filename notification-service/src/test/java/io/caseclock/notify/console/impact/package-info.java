/** What people upload as a pack. */
@org.jspecify.annotations.NullMarked
package io.caseclock.notify.console.impact;
