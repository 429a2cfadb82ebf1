/**
 * The wording of messages: which texts an installation may put in words of its own, what they must
 * say, and what it has put instead of the shipped ones.
 */
@NullMarked
package io.caseclock.notify.wording;

import org.jspecify.annotations.NullMarked;
