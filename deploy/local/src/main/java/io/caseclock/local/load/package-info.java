/**
 * Sends many events through intake's public door: from a file or from the sample, in batches, a few
 * at a time. Every event is either kept by intake or named in the list of the rejected with a
 * reason.
 */
@NullMarked
package io.caseclock.local.load;

import org.jspecify.annotations.NullMarked;
