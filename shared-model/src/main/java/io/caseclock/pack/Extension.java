package io.caseclock.pack;

import io.caseclock.contract.Names;
import org.jspecify.annotations.Nullable;

/**
 * Extra time that may be approved.
 *
 * @param adds the most that one approval may add
 * @param times how often; {@link #UNLIMITED} where the law sets no number
 * @param total the most that the whole period may then be; null where the law sets none
 * @param level least level of the approver, an id of the pack's levels
 */
public record Extension(
    Term adds,
    int times,
    @Nullable Term total,
    String level,
    Names approvedBy,
    @Nullable Names conditions) {

  public static final int UNLIMITED = 99;
}
