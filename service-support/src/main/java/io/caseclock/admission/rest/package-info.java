/** Lets a request in only when its caller may be known, its size fits and there is room for it. */
@NullMarked
package io.caseclock.admission.rest;

import org.jspecify.annotations.NullMarked;
