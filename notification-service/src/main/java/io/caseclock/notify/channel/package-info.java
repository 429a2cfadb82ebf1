/**
 * The ways out: which kinds of channels there are, which channels are configured, whom each
 * reaches, and what a push may tell. Each kind is a package below this one with one bean of {@link
 * io.caseclock.notify.channel.ChannelType}; nothing else lists them.
 */
@NullMarked
package io.caseclock.notify.channel;

import org.jspecify.annotations.NullMarked;
