/**
 * What an event, a sweep and a question cost while the number of open deadlines grows a
 * thousandfold, and while one case does.
 */
@NullMarked
package io.caseclock.bench.growth;

import org.jspecify.annotations.NullMarked;
