/**
 * The way of a message to its recipients: deduplicate, inhibit, silence, group, digest, budget,
 * send. Each stage is a type of its own and says why it let a message pass, held it or dropped it.
 * What goes out is written into the inbox at once, or queued as a delivery of its channel.
 */
@NullMarked
package io.caseclock.notify.pipeline;

import org.jspecify.annotations.NullMarked;
