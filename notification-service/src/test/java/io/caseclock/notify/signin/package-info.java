@NullMarked
package io.caseclock.notify.signin;

import org.jspecify.annotations.NullMarked;
