/** What can be set, page by page. */
@NullMarked
package io.caseclock.notify.console.settings;

import org.jspecify.annotations.NullMarked;
