@NullMarked
package io.caseclock.notify.channel;

import org.jspecify.annotations.NullMarked;
