/**
 * The images of the three services and what a site without a registry gets: built from what is
 * packaged, without a container engine, and the same bytes for the same input.
 */
@NullMarked
package io.caseclock.images;

import org.jspecify.annotations.NullMarked;
