/** The first page: what is open in the units of the visitor, and what is unread. */
@NullMarked
package io.caseclock.notify.console.home;

import org.jspecify.annotations.NullMarked;
