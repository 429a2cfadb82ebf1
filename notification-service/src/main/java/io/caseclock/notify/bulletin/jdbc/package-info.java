/** Tables {@code bulletin}, {@code bulletin_counter} and {@code bulletin_paper}. */
@NullMarked
package io.caseclock.notify.bulletin.jdbc;

import org.jspecify.annotations.NullMarked;
