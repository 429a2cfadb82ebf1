/** Takes the steps whose time has come. */
@NullMarked
package io.caseclock.notify.escalation.job;

import org.jspecify.annotations.NullMarked;
