/** The wording of messages: what each kind says, and other words for it. */
@NullMarked
package io.caseclock.notify.console.template;

import org.jspecify.annotations.NullMarked;
