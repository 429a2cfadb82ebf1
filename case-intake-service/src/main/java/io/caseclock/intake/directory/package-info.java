/**
 * How far a caller reaches in the tree of units while one request is worked on, including the units
 * that the same request registers.
 */
@NullMarked
package io.caseclock.intake.directory;

import org.jspecify.annotations.NullMarked;
