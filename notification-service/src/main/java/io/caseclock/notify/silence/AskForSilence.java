package io.caseclock.notify.silence;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.notify.silence.Silence.Standing;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for a silence, approves it as a second person, ends it before its time. */
public final class AskForSilence {

  /** Nothing is silent for longer than this. */
  public static final Duration LONGEST = Duration.ofDays(30);

  /** No silence ends later than this after it was proposed. */
  static final Duration FARTHEST = Duration.ofDays(366);

  private final Silences silences;
  private final Directory directory;
  private final PolicyWords words;
  private final SilencedMessages messages;

  public AskForSilence(
      Silences silences, Directory directory, PolicyWords words, SilencedMessages messages) {
    this.silences = silences;
    this.directory = directory;
    this.words = words;
    this.messages = messages;
  }

  /** The outcome of a request. */
  public sealed interface Outcome {}

  /** It was done; this is the silence now. */
  public record Done(Silence silence) implements Outcome {}

  /** Nothing was done. */
  public record Refused(Why why) implements Outcome {}

  /**
   * Nothing was done: a silence over an unknown word would cover nothing, and nobody would notice.
   */
  public record Misspelt(List<UnknownWord> words) implements Outcome {
    public Misspelt {
      words = List.copyOf(words);
    }
  }

  /** Why not. */
  public enum Why {
    /** No such silence, or no such unit, in the caller's subtree. */
    UNKNOWN(ProblemType.NOT_FOUND),
    /** Only a legal officer or a supervisor with an officer's id. */
    NOT_ALLOWED(ProblemType.NOT_ALLOWED),
    /** The author does not approve the own silence. */
    OWN_SILENCE(ProblemType.NOT_ALLOWED),
    /** Approved or over already. */
    NOT_WAITING(ProblemType.STATE_FORBIDS),
    /** It names nothing that it covers, and does not say that it covers everything either. */
    NOTHING_NAMED(ProblemType.MALFORMED_REQUEST),
    /** It names what it covers, and says besides that it covers everything. */
    EVERYTHING_AND_MORE(ProblemType.MALFORMED_REQUEST),
    /** Ends in the past, before it begins, more than thirty days after, or over a year ahead. */
    BAD_TIME(ProblemType.RULE_REFUSES);

    private final ProblemType type;

    Why(ProblemType type) {
      this.type = type;
    }

    /** What kind of problem that is for whoever asked. */
    public ProblemType type() {
      return type;
    }
  }

  /**
   * Proposes a silence; a second person approves it. One that is to cover everything says so in
   * {@code wish}: whoever forgets or misspells what is meant does not silence a whole unit.
   */
  public Outcome propose(Silence.Covers covers, String id, Wish wish, Caller caller, Instant now) {
    var refusal = refusal(caller);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var root = caller.visibleUnit().orElseThrow();
    if (!directory.isWithin(wish.unit(), root)) {
      return new Refused(Why.UNKNOWN);
    }
    var unknown = unknown(covers);
    if (!unknown.isEmpty()) {
      return new Misspelt(unknown);
    }
    if (covers.isEverything() != wish.everything()) {
      return new Refused(wish.everything() ? Why.EVERYTHING_AND_MORE : Why.NOTHING_NAMED);
    }
    if (!wish.until().isAfter(now)
        || !wish.until().isAfter(wish.from())
        || wish.until().isAfter(now.plus(FARTHEST))
        || wish.from().isBefore(now.minus(FARTHEST))
        || Duration.between(wish.from(), wish.until()).compareTo(LONGEST) > 0) {
      return new Refused(Why.BAD_TIME);
    }
    var silence =
        new Silence(
            id,
            wish.unit(),
            covers,
            wish.reason(),
            caller.asOfficer().orElseThrow(),
            directory.line(root),
            now,
            wish.from(),
            wish.until(),
            null,
            null,
            null,
            null);
    silences.add(silence);
    return new Done(silence);
  }

  public Outcome approve(String id, Caller caller, Instant now) {
    var refusal = refusal(caller);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var found = silences.locked(id, caller.visibleUnit().orElseThrow());
    if (found.isEmpty()) {
      return new Refused(Why.UNKNOWN);
    }
    var officer = caller.asOfficer().orElseThrow();
    if (found.get().author().equals(officer)) {
      return new Refused(Why.OWN_SILENCE);
    }
    if (found.get().standing(now) != Standing.PROPOSED) {
      return new Refused(Why.NOT_WAITING);
    }
    return done(found.get().approved(officer, now));
  }

  /** Anybody who may ask for a silence may end one; what it held back is told then. */
  public Outcome end(String id, Caller caller, Instant now) {
    var refusal = refusal(caller);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var found = silences.locked(id, caller.visibleUnit().orElseThrow());
    if (found.isEmpty()) {
      return new Refused(Why.UNKNOWN);
    }
    if (found.get().standing(now) == Standing.OVER) {
      return new Refused(Why.NOT_WAITING);
    }
    var outcome = done(found.get().ended(caller.asOfficer().orElseThrow(), now));
    messages.reconsider(now);
    return outcome;
  }

  private List<UnknownWord> unknown(Silence.Covers covers) {
    return Stream.of(
            words.kind("kind", covers.kind()),
            words.severity("severity", covers.severity()),
            words.list("list", covers.list()),
            words.rule("rule", covers.rule()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Outcome done(Silence after) {
    silences.decide(after);
    return new Done(after);
  }

  private static Optional<Why> refusal(Caller caller) {
    var allowed =
        (caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR))
            && caller.asOfficer().isPresent()
            && caller.visibleUnit().isPresent();
    return allowed ? Optional.empty() : Optional.of(Why.NOT_ALLOWED);
  }

  /**
   * What somebody asks for.
   *
   * @param everything that it covers whatever concerns the unit
   * @param from inclusive
   * @param until exclusive
   */
  public record Wish(String unit, boolean everything, String reason, Instant from, Instant until) {}
}
