/** The supervision lists: what stands in them, their meetings, and officers beside their load. */
@NullMarked
package io.caseclock.notify.console.list;

import org.jspecify.annotations.NullMarked;
