/**
 * A file of events as people have it, in any of the encodings that editors and spreadsheets write.
 * Every line comes out once: as an event whose bytes are left alone, as a fault with its reason, or
 * as a line that says nothing.
 */
@NullMarked
package io.caseclock.local.file;

import org.jspecify.annotations.NullMarked;
