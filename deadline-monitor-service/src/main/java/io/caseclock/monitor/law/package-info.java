/** The rule packs in force in this service, each with its calendar and its engine. */
@NullMarked
package io.caseclock.monitor.law;

import org.jspecify.annotations.NullMarked;
