package io.caseclock.notify.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which notices somebody looks for; every part that says something has to hold.
 *
 * @param stages empty for all
 * @param states empty for all
 * @param lateAt only those of which something was due by that instant and is not done
 * @param unit the receiver, or a unit above it
 * @param issuer exactly the unit that issued it
 * @param rules of which it names the first one broken; empty for all
 * @param issuedFrom inclusive
 * @param issuedUntil exclusive
 * @param text a part of its number or of the number of its case
 * @param deadlineId that one of its faults is about
 */
public record NoticeFilter(
    List<NoticeStage> stages,
    List<String> states,
    Optional<Instant> lateAt,
    Optional<String> unit,
    Optional<String> issuer,
    Optional<List<String>> rules,
    Optional<String> severity,
    Optional<String> officer,
    Optional<Instant> issuedFrom,
    Optional<Instant> issuedUntil,
    Optional<String> text,
    Optional<String> deadlineId) {

  /** Every notice. */
  public static final NoticeFilter ALL =
      new NoticeFilter(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public NoticeFilter {
    stages = List.copyOf(stages);
    states = List.copyOf(states);
    rules = rules.map(List::copyOf);
  }

  /** The same filter for these stages alone; for all of them where none is named. */
  public NoticeFilter in(List<NoticeStage> others) {
    return new NoticeFilter(
        others,
        states,
        lateAt,
        unit,
        issuer,
        rules,
        severity,
        officer,
        issuedFrom,
        issuedUntil,
        text,
        deadlineId);
  }
}
