/**
 * What the receivers of warnings make of them, and how often the warnings were right. Only what
 * somebody judged counts as judged; a warning that nobody judged is never counted as right.
 */
@NullMarked
package io.caseclock.notify.feedback;

import org.jspecify.annotations.NullMarked;
