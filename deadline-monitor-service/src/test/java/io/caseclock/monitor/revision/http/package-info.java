/** What the gate of rule packs is told, and how it counts. */
@NullMarked
package io.caseclock.monitor.revision.http;

import org.jspecify.annotations.NullMarked;
