/**
 * Prints notices: canonical JSON for machines, HTML from the pack's template for people, and a PDF
 * of that HTML. Whatever a text says, it stays text; nothing outside is ever loaded.
 */
@NullMarked
package io.caseclock.notify.notice.file;

import org.jspecify.annotations.NullMarked;
