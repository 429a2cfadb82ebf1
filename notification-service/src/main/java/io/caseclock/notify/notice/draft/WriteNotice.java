package io.caseclock.notify.notice.draft;

import io.caseclock.access.Caller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.draft.Draft.Content;
import io.caseclock.notify.notice.issue.CaseOwnership;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.notify.notice.issue.KnownFaults;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A legal officer or a supervisor writes a notice by hand: drafts it, changes it, issues it. */
public final class WriteNotice {

  private final Drafts drafts;
  private final KnownFaults known;
  private final Notices notices;
  private final IssueNotice issueNotice;
  private final Directory directory;
  private final CaseOwnership cases;

  public WriteNotice(
      Drafts drafts,
      KnownFaults known,
      Notices notices,
      IssueNotice issueNotice,
      Directory directory,
      CaseOwnership cases) {
    this.cases = cases;
    this.drafts = drafts;
    this.known = known;
    this.notices = notices;
    this.issueNotice = issueNotice;
    this.directory = directory;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** This is the draft now. */
  public record Drafted(Draft draft) implements Outcome {}

  /** There is no draft any more, and there never was a number. */
  public record Discarded() implements Outcome {}

  /** It has its number, and its content is frozen. */
  public record Issued(Notice notice) implements Outcome {}

  /**
   * Nothing was done.
   *
   * @param what the fault, officer or unit that it is about, or the version as it stands
   * @param notice the notice that stands against it
   * @param last who issued that one
   */
  public record Refused(Why why, String what, @Nullable Notice notice, @Nullable NoticeStep last)
      implements Outcome {
    static Refused of(Why why, String what) {
      return new Refused(why, what, null, null);
    }
  }

  /** Why not. */
  public enum Why {
    UNKNOWN,
    STALE,
    UNKNOWN_UNIT,
    UNKNOWN_OFFICER,
    /** The case belongs to a unit beside the caller's subtree. */
    FOREIGN_CASE,
    /** A notice covers 1 to 50 faults. */
    WRONG_NUMBER_OF_FAULTS,
    /** The monitor has not told it of this unit, or it holds no longer. */
    UNKNOWN_FAULT,
    /** A deadline has an open notice already. */
    HAS_NOTICE,
    /** Somebody issued it in the meantime. */
    ISSUED_ALREADY
  }

  public Outcome draft(Content content, Caller caller, Instant now) {
    return faultOf(content, caller)
        .<Outcome>map(refused -> refused)
        .orElseGet(
            () -> {
              var draft = new Draft(UUID.randomUUID().toString(), content, by(caller), now, 1);
              drafts.add(draft);
              return new Drafted(draft);
            });
  }

  /**
   * Writes it anew.
   *
   * @param expected the version that the caller has seen; null where the caller does not say
   */
  public Outcome change(String id, Content content, @Nullable Integer expected, Caller caller) {
    var found = locked(id, caller);
    var refused = refusal(id, found, expected, caller).or(() -> faultOf(content, caller));
    if (refused.isPresent()) {
      return refused.get();
    }
    var before = found.orElseThrow();
    var after = new Draft(id, content, before.by(), before.at(), before.version() + 1);
    drafts.change(after);
    return new Drafted(after);
  }

  public Outcome discard(String id, @Nullable Integer expected, Caller caller) {
    var refused = refusal(id, locked(id, caller), expected, caller);
    if (refused.isPresent()) {
      return refused.get();
    }
    drafts.remove(id);
    return new Discarded();
  }

  public Outcome issue(String id, @Nullable Integer expected, Caller caller, Instant now) {
    var found = locked(id, caller);
    var refused =
        refusal(id, found, expected, caller)
            .or(() -> found.flatMap(draft -> faultOf(draft.content(), caller)));
    if (refused.isPresent()) {
      return refused.get();
    }
    var content = content(found.orElseThrow(), now);
    notices.queueFor(content.issuingUnit());
    var standing = issueNotice.openNotice(content);
    if (standing.isPresent()) {
      return new Refused(Why.HAS_NOTICE, standing.get().number(), standing.get(), null);
    }
    drafts.remove(id);
    return new Issued(issueNotice.issue(content, by(caller), now).orElseThrow());
  }

  private Optional<Draft> locked(String id, Caller caller) {
    return caller.visibleUnit().flatMap(root -> drafts.lockedWithin(id, root));
  }

  private Optional<Refused> refusal(
      String id, Optional<Draft> found, @Nullable Integer expected, Caller caller) {
    if (found.isEmpty()) {
      return Optional.of(missing(id, caller));
    }
    var version = found.get().version();
    return expected == null || expected == version
        ? Optional.empty()
        : Optional.of(Refused.of(Why.STALE, Integer.toString(version)));
  }

  /** A draft that is gone may be a notice by now: the second of two sees who was first. */
  private Refused missing(String id, Caller caller) {
    return caller
        .visibleUnit()
        .flatMap(root -> notices.lockedWithin(id, root))
        .map(
            notice ->
                new Refused(
                    Why.ISSUED_ALREADY, notice.number(), notice, notices.lastStep(id).orElse(null)))
        .orElseGet(() -> Refused.of(Why.UNKNOWN, id));
  }

  private Optional<Refused> faultOf(Content content, Caller caller) {
    var unit = content.unit();
    if (caller.visibleUnit().filter(root -> directory.isWithin(unit, root)).isEmpty()) {
      return Optional.of(Refused.of(Why.UNKNOWN_UNIT, unit));
    }
    if (content.officer() != null && !isOfUnit(content.officer(), unit)) {
      return Optional.of(Refused.of(Why.UNKNOWN_OFFICER, content.officer()));
    }
    if (cases.isForeign(content.caseId(), caller.visibleUnit().orElse(unit))) {
      return Optional.of(Refused.of(Why.FOREIGN_CASE, content.caseId()));
    }
    if (content.faults() < 1 || content.faults() > Draft.MOST_FAULTS) {
      return Optional.of(
          Refused.of(Why.WRONG_NUMBER_OF_FAULTS, Integer.toString(content.faults())));
    }
    return content.known().stream()
        .filter(id -> known.fault(id).filter(fault -> fault.unit().equals(unit)).isEmpty())
        .findFirst()
        .map(id -> Refused.of(Why.UNKNOWN_FAULT, id));
  }

  private boolean isOfUnit(String officer, String unit) {
    return directory
        .officer(officer)
        .filter(post -> directory.isWithin(post.unit(), unit))
        .isPresent();
  }

  private NoticeContent content(Draft draft, Instant now) {
    var content = draft.content();
    var told = content.known().stream().flatMap(id -> known.fault(id).stream());
    var written = content.found().stream().map(found -> fault(draft, found, now));
    return new NoticeContent(
        draft.id(),
        NoticeKind.NOTICE,
        content.unit(),
        content.unit(),
        content.officer(),
        content.caseId(),
        content.cause(),
        Stream.concat(told, written).toList(),
        null);
  }

  private static Fault fault(Draft draft, Draft.Found found, Instant now) {
    var content = draft.content();
    return new Fault(
        draft.id(),
        content.unit(),
        content.officer(),
        content.caseId(),
        "case/" + content.caseId(),
        found.element(),
        found.provision(),
        new Names(found.text(), found.text()),
        "ordinary",
        now,
        null,
        List.of(found.provision()));
  }

  private static Actor by(Caller caller) {
    return Actor.supervising(caller);
  }
}
