/** How much of the outbox is still to be handed over, as operators watch it. */
@NullMarked
package io.caseclock.relay.jdbc;

import org.jspecify.annotations.NullMarked;
