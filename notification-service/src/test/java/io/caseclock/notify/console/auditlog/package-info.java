/** What the page of the audit log says of each operation. */
@NullMarked
package io.caseclock.notify.console.auditlog;

import org.jspecify.annotations.NullMarked;
