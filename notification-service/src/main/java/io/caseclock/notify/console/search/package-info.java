/** Finds cases, persons and things, officers, notices and rules from the head of every page. */
@NullMarked
package io.caseclock.notify.console.search;

import org.jspecify.annotations.NullMarked;
