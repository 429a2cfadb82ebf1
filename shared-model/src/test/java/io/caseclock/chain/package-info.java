/** The chain of the audit log. */
@NullMarked
package io.caseclock.chain;

import org.jspecify.annotations.NullMarked;
