/** What the test servers promise to the tests that lean on them. */
@NullMarked
package io.caseclock.testsupport;

import org.jspecify.annotations.NullMarked;
