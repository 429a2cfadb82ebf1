@NullMarked
package io.caseclock.notify.notice;

import org.jspecify.annotations.NullMarked;
