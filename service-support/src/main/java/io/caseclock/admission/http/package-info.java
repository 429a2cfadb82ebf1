/**
 * Lets a request in only when its caller may be known, its size fits and there is room for it, and
 * ends connections that send too slowly or whose body nobody is going to read.
 */
@NullMarked
package io.caseclock.admission.http;

import org.jspecify.annotations.NullMarked;
