/** Ends connections that send too slowly, and those whose body nobody is going to read. */
@NullMarked
package io.caseclock.admission.http;

import org.jspecify.annotations.NullMarked;
