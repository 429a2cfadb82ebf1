/** To whom a case belongs, and which events may change it: one judgement for every service. */
@NullMarked
package io.caseclock.ownership;

import org.jspecify.annotations.NullMarked;
