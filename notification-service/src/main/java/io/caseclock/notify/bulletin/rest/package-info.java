/** Serves bulletins as JSON, HTML, PDF and XLSX. */
@NullMarked
package io.caseclock.notify.bulletin.rest;

import org.jspecify.annotations.NullMarked;
