/**
 * The way of a message to a person: deduplicate, inhibit, silence, group, digest, budget, send,
 * record. Each stage is a type of its own and says why it let a message pass, held it or dropped
 * it; nothing is lost on the way without a reason in the log.
 */
@NullMarked
package io.caseclock.notify.pipeline;

import org.jspecify.annotations.NullMarked;
