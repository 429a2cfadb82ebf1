/** The inbox inside CaseClock, which needs nothing outside it. */
@NullMarked
package io.caseclock.notify.channel.inapp;

import org.jspecify.annotations.NullMarked;
