/**
 * Who calls, and what that lets them see. A {@link io.caseclock.access.Caller} comes from a
 * verified token; everybody sees the subtree of their own unit and nothing beside it. Whoever has
 * several acts in one of them at a time.
 */
@NullMarked
package io.caseclock.access;

import org.jspecify.annotations.NullMarked;
