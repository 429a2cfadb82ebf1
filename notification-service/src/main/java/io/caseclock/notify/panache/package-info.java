/** What the Panache repositories of all capabilities share: subtrees of units. */
@NullMarked
package io.caseclock.notify.panache;

import org.jspecify.annotations.NullMarked;
