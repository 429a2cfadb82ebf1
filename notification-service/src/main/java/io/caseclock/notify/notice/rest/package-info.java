/** Notices over HTTP: read them, take their steps, record a finding. */
@NullMarked
package io.caseclock.notify.notice.rest;

import org.jspecify.annotations.NullMarked;
