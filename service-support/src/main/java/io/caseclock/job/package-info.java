/** Work that a service does by itself, in threads of its own, for as long as it runs. */
@NullMarked
package io.caseclock.job;

import org.jspecify.annotations.NullMarked;
