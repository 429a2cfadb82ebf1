/** Reads images, PDF and text to the end and refuses what is not wholly of its type. */
@NullMarked
package io.caseclock.notify.notice.evidence.file;

import org.jspecify.annotations.NullMarked;
