package io.caseclock.notify.notice.evidence;

import io.caseclock.access.Caller;
import io.caseclock.contract.Sha256;
import io.caseclock.notify.message.StandIns;
import io.caseclock.notify.notice.Acting;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.NoticeState.Disputable;
import io.caseclock.notify.notice.NoticeState.Objected;
import io.caseclock.notify.notice.NoticeState.Rectifiable;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Party;
import io.caseclock.notify.notice.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a file as evidence, if it is the sender's turn and the file is what it says it is. */
public final class AddEvidence {

  /** In bytes: more than the largest file that may be set, and the form around it. */
  public static final long LARGEST_UPLOAD = 12 * 1024 * 1024;

  private final Notices notices;
  private final EvidenceStore store;
  private final NoticeSettings settings;
  private final ContentCheck check;
  private final StandIns standIns;

  public AddEvidence(
      Notices notices,
      EvidenceStore store,
      NoticeSettings settings,
      ContentCheck check,
      StandIns standIns) {
    this.standIns = standIns;
    this.check = check;
    this.notices = notices;
    this.store = store;
    this.settings = settings;
  }

  /**
   * A file as it was sent.
   *
   * @param name null or empty where it came without one
   * @param type as declared; null where none was
   */
  public record Sent(@Nullable String name, @Nullable String type, byte[] content) {

    /** Leaves out name and content. */
    @Override
    public String toString() {
      return "Sent[" + type + " " + content.length + "]";
    }
  }

  /** The same file sent again to the same notice is kept once. */
  public Outcome<Evidence> add(String id, Caller caller, Sent sent, Instant now) {
    var found = caller.visibleUnit().flatMap(unit -> notices.lockedWithin(id, unit));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN);
    }
    var notice = found.get();
    var before = store.ofNotice(id);
    var acting = acting(notice, caller, now);
    return refusal(notice, acting)
        .or(() -> faultOf(sent, before))
        .map(why -> Outcome.<Evidence>refused(why, notice))
        .orElseGet(() -> Outcome.done(kept(notice, acting, sent, before, now)));
  }

  private Acting acting(Notice notice, Caller caller, Instant now) {
    return new Acting(caller, standIns.standsIn(caller.officer(), notice.officer(), now));
  }

  /** Whether the caller may add a file now. */
  public boolean mayAdd(Notice notice, Caller caller, Instant now) {
    return refusal(notice, acting(notice, caller, now)).isEmpty();
  }

  /**
   * Why the caller may add nothing now; empty where nothing stands against it. Whoever has to
   * answer a notice adds evidence while it is his turn, or while his objection is undecided.
   */
  public static Optional<Refusal> refusal(Notice notice, Acting acting) {
    var state = notice.state();
    var isOpen =
        state instanceof Disputable || state instanceof Rectifiable || state instanceof Objected;
    return Party.RESPONSIBLE
        .refusal(notice, acting)
        .or(() -> isOpen ? Optional.empty() : Optional.of(Refusal.STATE_FORBIDS));
  }

  private Optional<Refusal> faultOf(Sent sent, List<Evidence> before) {
    var total = before.stream().mapToLong(Evidence::size).sum();
    if (sent.content().length == 0) {
      return Optional.of(Refusal.EVIDENCE_EMPTY);
    }
    if (sent.content().length > settings.largestEvidence()
        || total + sent.content().length > settings.largestEvidenceTotal()) {
      return Optional.of(Refusal.EVIDENCE_TOO_LARGE);
    }
    var declared = EvidenceType.ofMediaType(sent.type());
    if (declared.isEmpty() || !declared.equals(EvidenceType.ofContent(sent.content()))) {
      return Optional.of(Refusal.EVIDENCE_WRONG_TYPE);
    }
    return check.isSound(declared.get(), sent.content())
        ? Optional.empty()
        : Optional.of(Refusal.EVIDENCE_NOT_SOUND);
  }

  private Evidence kept(
      Notice notice, Acting acting, Sent sent, List<Evidence> before, Instant now) {
    var sha256 = Sha256.hex(sent.content());
    var same = before.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    var type = EvidenceType.ofContent(sent.content()).orElseThrow();
    var evidence =
        new Evidence(
            UUID.randomUUID().toString(),
            notice.id(),
            before.size() + 1,
            EvidenceName.of(sent.name(), type),
            type,
            sent.content().length,
            sha256,
            Party.RESPONSIBLE.actor(notice, acting),
            now);
    store.add(evidence, sent.content());
    notices.change(notice.workedOnBy(acting.caller().officer()));
    return evidence;
  }
}
