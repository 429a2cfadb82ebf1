/** What the pages of notices and drafts say. */
@NullMarked
package io.caseclock.notify.console.notice;

import org.jspecify.annotations.NullMarked;
