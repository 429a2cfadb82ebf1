/**
 * What senders write in attributes, parameters and columns, read in one way at every door: {@link
 * io.caseclock.attribute.Identifier} folds what people and machines write differently for the same
 * thing, {@link io.caseclock.attribute.SourceUri} and {@link io.caseclock.attribute.Moment} take
 * what their standards allow and nothing else; {@link io.caseclock.attribute.WrittenText} is what
 * people write to each other.
 */
@NullMarked
package io.caseclock.attribute;

import org.jspecify.annotations.NullMarked;
