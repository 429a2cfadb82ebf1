@NullMarked
package io.caseclock.notify.console;

import org.jspecify.annotations.NullMarked;
