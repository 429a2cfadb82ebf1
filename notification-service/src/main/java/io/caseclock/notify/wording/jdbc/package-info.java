/** Keeps the wording of an installation. */
@NullMarked
package io.caseclock.notify.wording.jdbc;

import org.jspecify.annotations.NullMarked;
