/**
 * Who may post events of which source. A {@link io.caseclock.intake.source.SourcePattern} stands in
 * a client's token or was registered by an administrator ({@link
 * io.caseclock.intake.source.SourceClients}); people post as themselves ({@link
 * io.caseclock.intake.source.PersonSource}). And how much a single client may send ({@link
 * io.caseclock.intake.source.ClientLimits}).
 */
@NullMarked
package io.caseclock.intake.source;

import org.jspecify.annotations.NullMarked;
