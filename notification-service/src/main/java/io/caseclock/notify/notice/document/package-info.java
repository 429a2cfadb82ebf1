/**
 * The documents of a notice: JSON and HTML are made when it is issued, a PDF when it is asked for,
 * and none is ever changed.
 */
@NullMarked
package io.caseclock.notify.notice.document;

import org.jspecify.annotations.NullMarked;
