/** The page of one message, where links in e-mails and text messages lead. */
@NullMarked
package io.caseclock.notify.console.inbox;

import org.jspecify.annotations.NullMarked;
