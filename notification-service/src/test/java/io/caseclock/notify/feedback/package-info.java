@NullMarked
package io.caseclock.notify.feedback;

import org.jspecify.annotations.NullMarked;
