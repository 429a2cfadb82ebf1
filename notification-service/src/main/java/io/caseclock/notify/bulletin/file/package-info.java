/** Writes bulletins: canonical JSON, and HTML and XLSX made of it alone. */
@NullMarked
package io.caseclock.notify.bulletin.file;

import org.jspecify.annotations.NullMarked;
