/** What the pages of indicators draw. */
@NullMarked
package io.caseclock.notify.console.indicator;

import org.jspecify.annotations.NullMarked;
