/** How events are judged, grouped and ordered for a case's picture. */
@NullMarked
package io.caseclock.monitor.casefile;

import org.jspecify.annotations.NullMarked;
