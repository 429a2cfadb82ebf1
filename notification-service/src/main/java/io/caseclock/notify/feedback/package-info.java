/**
 * What the receivers of warnings make of them, and how often the warnings were right. Only what
 * somebody judged counts as judged; silence is never taken for a yes.
 */
@NullMarked
package io.caseclock.notify.feedback;

import org.jspecify.annotations.NullMarked;
