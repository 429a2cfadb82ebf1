/**
 * Refusals over HTTP as RFC 9457 problem documents. Each type is a stable URN with a page in {@code
 * docs/problems/}.
 */
@NullMarked
package io.caseclock.problem;

import org.jspecify.annotations.NullMarked;
