@NullMarked
package io.caseclock.notify.task;

import org.jspecify.annotations.NullMarked;
