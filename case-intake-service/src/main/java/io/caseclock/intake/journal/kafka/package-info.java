/** Makes the topics that the suite needs where they are missing. */
@NullMarked
package io.caseclock.intake.journal.kafka;

import org.jspecify.annotations.NullMarked;
