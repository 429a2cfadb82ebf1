/**
 * Plays a precinct system's first day against an installation and tells where an answer is not what
 * the contract says.
 */
@NullMarked
package io.caseclock.local.certify;

import org.jspecify.annotations.NullMarked;
