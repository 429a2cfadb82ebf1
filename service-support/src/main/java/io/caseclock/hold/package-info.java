/** Legal holds: cases of which nothing is deleted, however long a kind of data is kept. */
@NullMarked
package io.caseclock.hold;

import org.jspecify.annotations.NullMarked;
