/** The supervisors' pages: rendered here, in Chinese and English, usable without scripts. */
@NullMarked
package io.caseclock.notify.console;

import org.jspecify.annotations.NullMarked;
