/**
 * What every sample history is told with: chance from a seed, the rhythm of an office, periods, the
 * people of the sub-bureau, and the story itself, which forgets whatever would happen after now.
 */
@NullMarked
package io.caseclock.local.sample.story;

import org.jspecify.annotations.NullMarked;
