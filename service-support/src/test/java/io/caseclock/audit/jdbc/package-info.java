/** Writing the audit log. */
@NullMarked
package io.caseclock.audit.jdbc;

import org.jspecify.annotations.NullMarked;
