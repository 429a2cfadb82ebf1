/**
 * What the pages share: the layout with its navigation, languages and texts, the format of times
 * and names, paths, what selects offer, and the page that says why there is nothing to see.
 */
@NullMarked
package io.caseclock.notify.console.frame;

import org.jspecify.annotations.NullMarked;
