/** What a typed text may mean. */
@NullMarked
package io.caseclock.monitor.search;

import org.jspecify.annotations.NullMarked;
