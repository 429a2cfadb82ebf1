/** Looks again and again whether anything open rests on an older law. */
@NullMarked
package io.caseclock.monitor.revision.job;

import org.jspecify.annotations.NullMarked;
