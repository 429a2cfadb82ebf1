/**
 * The wire contract: what travels between the houses, as plain records. A record of this package
 * that exists is valid. It knows no JSON, no framework and no service; {@code io.caseclock.wire}
 * translates it.
 */
@NullMarked
package io.caseclock.contract;

import org.jspecify.annotations.NullMarked;
