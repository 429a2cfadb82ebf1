/**
 * The Containerfile of a service, as far as it says what its image is: the one place that says it.
 * What the reader does not know it refuses, so that no line is left out of an image in silence.
 */
@NullMarked
package io.caseclock.images.containerfile;

import org.jspecify.annotations.NullMarked;
