/**
 * Many warnings for many people at once, through the real service, to a mail server that refuses a
 * part of them: counts what arrives, so that nothing lost and nothing doubled goes unseen.
 */
@NullMarked
package io.caseclock.bench.delivery;

import org.jspecify.annotations.NullMarked;
