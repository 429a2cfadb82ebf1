@NullMarked
package io.caseclock.notify.signin.jdbc;

import org.jspecify.annotations.NullMarked;
