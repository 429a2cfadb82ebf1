/**
 * The audit log: who asked this service to change something, when, and how it answered. It keeps no
 * bodies and no secrets, and nobody changes it.
 */
@NullMarked
package io.caseclock.audit;

import org.jspecify.annotations.NullMarked;
