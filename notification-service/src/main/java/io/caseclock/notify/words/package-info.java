/**
 * Which words a policy, a silence or a question may use: a word that means nothing would match
 * nothing, or everything, and nobody would notice.
 */
@NullMarked
package io.caseclock.notify.words;

import org.jspecify.annotations.NullMarked;
