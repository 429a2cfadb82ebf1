package io.caseclock.intake.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of the times at which sources send. */
public interface SourceActivities {

  /** Adds what was heard; a source that is heard again is not quiet any more. */
  void add(Collection<Heard> heard);

  /**
   * Sources that were heard since they were judged, the longest silent first.
   *
   * @param silentSince those that were last heard at or before it
   */
  List<SourceActivity> toJudge(Instant silentSince, int most);

  /** Events that were accepted of a source, by the beginning of the hour; no entry where none. */
  Map<Instant, Long> hours(String source, Instant from);

  /**
   * Says from when on a source is quiet, unless it was heard meanwhile.
   *
   * @param judged as it was read
   */
  void judge(SourceActivity judged, @Nullable Instant quietFrom);

  /**
   * Sources in the order of their names.
   *
   * @param quietAt only those that are quiet then; null for all
   * @param after only those behind this name; empty from the first
   */
  List<SourceActivity> list(@Nullable Instant quietAt, String after, int most);

  /** Those that are quiet at an instant, the longest quiet first. */
  List<SourceActivity> longestQuiet(Instant at, int most);

  /** How many are quiet at an instant. */
  long countQuiet(Instant at);

  /**
   * Forgets all that is known of a source; it begins anew when it is heard again.
   *
   * @return whether anything was known
   */
  boolean forget(String source);

  /**
   * Forgets hours before an instant, and sources that were last heard before it and are not quiet.
   *
   * @param most rows of each at most
   */
  void forgetBefore(Instant at, int most);
}
