/**
 * What was looked up stays known while one batch is worked on, and not a moment longer: a batch
 * sees one state of the directory, of the policies and of the channels, and asks for each thing
 * once.
 */
@NullMarked
package io.caseclock.batch;

import org.jspecify.annotations.NullMarked;
