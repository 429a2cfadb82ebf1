package io.caseclock.notify.notice;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rectification notice (整改通知书) or a supervision order (督办单). Where it covers several faults,
 * {@code subject} to {@code dueAt} are those of the first.
 *
 * @param serial counts in the unit that issues it: its own, or for an order the higher one
 * @param number the full number as printed
 * @param unit whose fault it is
 * @param officer who has to answer it; null where anybody of the unit who may answer may do so
 * @param deadlineId null where a finding led to it
 * @param dueAt when the breached deadline was due
 * @param zone of the pack whose rule was broken; null for a finding
 * @param issuer the officer who issued it by hand; null where the suite did
 * @param lower the notice that a supervision order names
 * @param contributors officers who worked on the rectification, and who therefore never review it
 * @param objector who objected to it, decided or not
 * @param version the number of steps taken so far
 */
public record Notice(
    String id,
    NoticeKind kind,
    NoticeNumber serial,
    String number,
    String unit,
    @Nullable String officer,
    String caseId,
    String subject,
    String element,
    String rule,
    Names names,
    String severity,
    @Nullable String deadlineId,
    @Nullable Integer revision,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone,
    Instant issuedAt,
    @Nullable String issuer,
    @Nullable String lower,
    Set<String> contributors,
    @Nullable String objector,
    NoticeState state,
    int version) {

  public Notice {
    contributors = Set.copyOf(contributors);
  }

  public boolean isOrder() {
    return kind == NoticeKind.SUPERVISION_ORDER;
  }

  /** The notice after one more step. */
  public Notice in(NoticeState next) {
    return with(officer, contributors, objector, next, version + 1);
  }

  /** The same notice, which somebody else has to answer. */
  public Notice handedTo(String another) {
    return with(another, contributors, objector, state, version);
  }

  /** The same notice, which this officer has worked on; null changes nothing. */
  public Notice workedOnBy(@Nullable String person) {
    if (person == null) {
      return this;
    }
    var all = new TreeSet<>(contributors);
    all.add(person);
    return with(officer, all, objector, state, version);
  }

  /** The same notice, to which this officer has objected. */
  public Notice objectedToBy(@Nullable String person) {
    return with(officer, contributors, person, state, version);
  }

  private Notice with(
      @Nullable String answering,
      Set<String> workers,
      @Nullable String objecting,
      NoticeState next,
      int steps) {
    return new Notice(
        id,
        kind,
        serial,
        number,
        unit,
        answering,
        caseId,
        subject,
        element,
        rule,
        names,
        severity,
        deadlineId,
        revision,
        dueAt,
        zone,
        issuedAt,
        issuer,
        lower,
        workers,
        objecting,
        next,
        steps);
  }

  /** Leaves out the names, which hold free text where a finding led to it. */
  @Override
  public String toString() {
    return "Notice[" + id + " " + number + " " + state.wire() + "]";
  }
}
