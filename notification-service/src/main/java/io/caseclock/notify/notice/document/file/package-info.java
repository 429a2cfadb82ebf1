/** Renders JSON, HTML by the templates of the pack, and PDF with embedded fonts. */
@NullMarked
package io.caseclock.notify.notice.document.file;

import org.jspecify.annotations.NullMarked;
