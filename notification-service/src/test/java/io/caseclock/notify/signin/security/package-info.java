@NullMarked
package io.caseclock.notify.signin.security;

import org.jspecify.annotations.NullMarked;
