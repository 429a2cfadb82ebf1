/** Naming what the audit log keeps. */
@NullMarked
package io.caseclock.audit.rest;

import org.jspecify.annotations.NullMarked;
