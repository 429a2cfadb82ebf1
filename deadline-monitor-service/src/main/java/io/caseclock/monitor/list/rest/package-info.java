/** The supervision lists over REST. */
@NullMarked
package io.caseclock.monitor.list.rest;

import org.jspecify.annotations.NullMarked;
