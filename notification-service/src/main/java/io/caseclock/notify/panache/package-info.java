/** What the Panache repositories of all capabilities share: the tree of units. */
@NullMarked
package io.caseclock.notify.panache;

import org.jspecify.annotations.NullMarked;
