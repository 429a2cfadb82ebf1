/** Sessions in tables, so that every replica knows them and signing out holds in all. */
@NullMarked
package io.caseclock.notify.signin.jdbc;

import org.jspecify.annotations.NullMarked;
