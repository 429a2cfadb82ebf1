package io.caseclock.notify.task;

import io.caseclock.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of working on a task. */
public sealed interface TaskOutcome {

  /** It was noted; the task as it stands now. */
  record Noted(Task task, TaskEntry entry) implements TaskOutcome {}

  /**
   * Nothing was changed.
   *
   * @param task as it stands; null where the caller may not know of it
   * @param last the newest line of its history, where somebody else was faster
   * @param faults of the answers, where they are the reason
   * @param missing how many different hours of tries are wanting, where that is the reason
   */
  record Refused(
      Why why, @Nullable Task task, @Nullable TaskEntry last, List<AnswerFault> faults, int missing)
      implements TaskOutcome {

    public Refused {
      faults = List.copyOf(faults);
    }

    static Refused because(Why why, @Nullable Task task) {
      return new Refused(why, task, null, List.of(), 0);
    }
  }

  /** Why not. */
  enum Why {
    /** No such task in the caller's units. */
    UNKNOWN(ProblemType.NOT_FOUND),
    /** The directory does not give the caller the task's role in the unit's line. */
    NOT_DOER(ProblemType.NOT_ALLOWED),
    /** The case is the caller's own. */
    OWN_CASE(ProblemType.NOT_ALLOWED),
    /** It has ended already. */
    ENDED(ProblemType.STATE_FORBIDS),
    /** Somebody else worked on it since it was read. */
    STALE(ProblemType.STALE_VERSION),
    /** The answers have faults. */
    INVALID(ProblemType.RULE_REFUSES),
    /** Nobody is called in a task of this kind. */
    NOT_A_CALL(ProblemType.RULE_REFUSES),
    /** Not tried in enough different hours yet. */
    TOO_FEW_TRIES(ProblemType.RULE_REFUSES),
    /** The reason is missing or too long. */
    TEXT_MISSING(ProblemType.MALFORMED_REQUEST);

    private final ProblemType type;

    Why(ProblemType type) {
      this.type = type;
    }

    /** What kind of problem that is for whoever asked. */
    public ProblemType type() {
      return type;
    }
  }
}
