/**
 * Asks a service whether it is well, from inside its container: images have no shell and no client
 * for HTTP. Kubernetes asks by itself and needs none of this.
 */
@NullMarked
package io.caseclock.probe;

import org.jspecify.annotations.NullMarked;
