/** What every REST door of this service needs: pages and the caller's place in the tree. */
@NullMarked
package io.caseclock.notify.rest;

import org.jspecify.annotations.NullMarked;
