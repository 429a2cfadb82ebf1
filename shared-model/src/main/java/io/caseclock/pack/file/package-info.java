/**
 * Reads a rule pack from its folder: YAML rules and CSV calendars. Reports every mistake with file,
 * line and what was expected, all at once; a pack with a mistake is never half loaded.
 */
@NullMarked
package io.caseclock.pack.file;

import org.jspecify.annotations.NullMarked;
