/** Who may see something of a case, and who is told that somebody opened one in need. */
@NullMarked
package io.caseclock.notify.level;

import org.jspecify.annotations.NullMarked;
