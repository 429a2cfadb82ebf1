@NullMarked
package io.caseclock.notify.rest;

import org.jspecify.annotations.NullMarked;
