/**
 * Rectification notices: issued once for a breach or a finding, numbered without gaps, frozen, and
 * followed step by step until the fault is mended and reviewed. Each step is appended and told to
 * the world in the same transaction.
 */
@NullMarked
package io.caseclock.notify.notice;

import org.jspecify.annotations.NullMarked;
