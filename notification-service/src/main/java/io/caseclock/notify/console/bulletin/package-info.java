/** Bulletins: the archive, one of them in the page, and its files. */
@NullMarked
package io.caseclock.notify.console.bulletin;

import org.jspecify.annotations.NullMarked;
