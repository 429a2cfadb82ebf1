/** What is not told for a while: asked for by one person, approved by another. */
@NullMarked
package io.caseclock.notify.console.silence;

import org.jspecify.annotations.NullMarked;
