package io.caseclock.notify.escalation;

import io.caseclock.notify.escalation.EscalationQuery.Found;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where escalations are kept. Every method takes part in the caller's transaction. */
public interface Escalations {

  /** Keeps a new escalation with its first line; one that is there already stays as it is. */
  void add(Escalation escalation, Line line);

  /**
   * Those whose time has come, the longest waiting first, locked; those that are held are skipped.
   */
  List<Escalation> claim(int limit, Instant now);

  Optional<Escalation> locked(String id);

  /** The one that is not over, locked. */
  Optional<Escalation> openOf(String deadlineId);

  /** Looks up at once what a batch will ask of {@link #openOf}; it only saves time. */
  default void foresee(Collection<String> deadlineIds) {}

  /** Those of these deadlines whose breach somebody has taken on. */
  Set<String> takenOn(Collection<String> deadlineIds);

  /** The one whose plan this is, locked. */
  Optional<Escalation> ofPlan(String plan);

  /**
   * Keeps a change by compare-and-set with its line of the history; false where another was faster.
   */
  boolean change(Escalation after, Line line);

  /**
   * {@link #change} of one that was claimed in this transaction, so that nobody can have been
   * faster; a batch writes it at its end.
   */
  void step(Escalation after, Line line);

  /** Keeps when it acts next, by compare-and-set; nothing was done that its history would tell. */
  void postpone(Escalation after);

  Found page(EscalationQuery query);

  /**
   * How many of those that fit are in which state, by its name; states without any are left out.
   */
  Map<String, Long> counts(String rootUnit, EscalationFilter filter);

  Optional<Escalation> find(String id, String rootUnit);

  List<Line> history(String id);

  /**
   * One line of the history; never changed.
   *
   * @param what {@code told}, {@code repeated}, {@code acknowledged}, {@code plan-passed} or {@code
   *     ended}
   * @param people who were told
   * @param by who did it; null for CaseClock itself
   * @param actingFor whom they stood in for; null for nobody
   */
  record Line(
      String what,
      Instant at,
      List<String> people,
      @Nullable String by,
      @Nullable String role,
      String text,
      @Nullable String actingFor) {

    /** What was done in nobody else's place. */
    public Line(
        String what,
        Instant at,
        List<String> people,
        @Nullable String by,
        @Nullable String role,
        String text) {
      this(what, at, people, by, role, text, null);
    }

    public Line {
      people = List.copyOf(people);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Line[" + what + " " + at + "]";
    }
  }
}
