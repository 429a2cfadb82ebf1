@NullMarked
package io.caseclock.notify.notice.file;

import org.jspecify.annotations.NullMarked;
