/**
 * The supervision lists: what is open, late or found, whose it is and what comes next; the same
 * frozen for each meeting; and what the list of officers counts beside their load.
 */
@NullMarked
package io.caseclock.monitor.list;

import org.jspecify.annotations.NullMarked;
