/**
 * One archive with all that a site without the internet needs to install, and the proof that it is
 * whole. It begins with a list of checksums; what follows is in the list's order, so that the first
 * part that is wrong, missing or extra can be named while reading once.
 */
@NullMarked
package io.caseclock.images.bundle;

import org.jspecify.annotations.NullMarked;
