/**
 * Rectification notices: issued once for a breach or a finding, numbered without gaps, and followed
 * step by step until the fault is rectified and reviewed. Each step is appended to the history and
 * published in the same transaction.
 */
@NullMarked
package io.caseclock.notify.notice;

import org.jspecify.annotations.NullMarked;
