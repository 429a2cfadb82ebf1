package io.caseclock.intake.source;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From when on sources are in daily use, as administrators have set it: what a source tells of the
 * time before is history.
 */
public interface GoLiveDates {

  /**
   * A date that holds.
   *
   * @param at the first instant of daily use; may lie ahead
   * @param setBy the subject of the administrator's token
   */
  record GoLive(SourcePattern source, Instant at, String setBy, Instant setAt) {}

  /** Those that hold for any of the sources, each in its normal form. */
  List<GoLive> covering(Collection<String> sources);

  /** The date that was set for exactly this source, or this beginning. */
  Optional<GoLive> of(SourcePattern source);

  /**
   * Sets the date in place of the one before, which stays on record.
   *
   * @param by the subject of the administrator's token
   */
  void set(SourcePattern source, Instant at, String by, Instant now);

  /**
   * Ends it; what was accepted keeps its mark.
   *
   * @return whether there was one
   */
  boolean end(SourcePattern source, String by, Instant now);

  /** Of several that cover a source the one that names most of it. */
  static Optional<Instant> of(String source, List<GoLive> dates) {
    return dates.stream()
        .filter(date -> date.source().covers(source))
        .max(
            Comparator.comparing((GoLive date) -> !date.source().isPrefix())
                .thenComparing(date -> date.source().start().length()))
        .map(GoLive::at);
  }
}
