/** Builds the images, each as an OCI archive; needs no container engine and no root. */
@NullMarked
package io.caseclock.images.build;

import org.jspecify.annotations.NullMarked;
