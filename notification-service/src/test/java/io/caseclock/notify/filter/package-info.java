/** Tests of saved filters. */
@NullMarked
package io.caseclock.notify.filter;

import org.jspecify.annotations.NullMarked;
