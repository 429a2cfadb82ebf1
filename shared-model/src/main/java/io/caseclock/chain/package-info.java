/**
 * The chain of the audit log: how each entry is hashed over the one before it, and how anybody who
 * can read the log proves that none was changed, taken out or put in.
 */
@NullMarked
package io.caseclock.chain;

import org.jspecify.annotations.NullMarked;
