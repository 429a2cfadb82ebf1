package io.caseclock.monitor.timeline;

import io.caseclock.contract.Subject;
import io.caseclock.pack.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was stated about a case and its people and items, from when on. The newest statement holds;
 * a subject's own goes before the case's; where nothing is said, the pack's default holds.
 */
public final class Facts {

  private static final String CUSTODY = "custody";

  private final Map<String, Fact> declared;
  private final Map<String, Stated> byName = new HashMap<>(4);

  public Facts(Map<String, Fact> declared, Timeline timeline) {
    this.declared = declared;
    for (var event : timeline.events()) {
      for (var fact : event.facts().entrySet()) {
        var value = known(fact.getKey(), fact.getValue());
        if (value != null) {
          byName
              .computeIfAbsent(fact.getKey(), name -> new Stated())
              .add(event.subject(), new Statement(event.occurredAt(), value));
        }
      }
    }
  }

  /**
   * The value as the pack declares it; null for one that it does not know, which is as if nothing
   * was said: a slip of the pen must not free a case of its deadlines.
   */
  private @Nullable Object known(String name, @Nullable Object value) {
    var fact = declared.get(name);
    if (value == null || fact == null || fact.values().contains(value)) {
      return value;
    }
    return fact.values().stream()
        .filter(Boolean.class::isInstance)
        .filter(flag -> flag.toString().equals(value))
        .findFirst()
        .orElse(null);
  }

  /** Whether every condition holds for the subject, by what is stated up to {@code until}. */
  public boolean satisfy(List<Condition> conditions, Subject subject, @Nullable Instant until) {
    for (var i = 0; i < conditions.size(); i++) {
      var condition = conditions.get(i);
      var value = stated(condition.fact(), subject, until);
      if (value == null ? !condition.holdsUnsaid() : !condition.allowed().contains(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether anybody has ever stated a value that the condition allows, of whomever. */
  public boolean isStated(Condition condition) {
    var all = byName.get(condition.fact());
    return all != null && !Collections.disjoint(condition.allowed(), all.values);
  }

  /**
   * Whether the person is in custody; for a deadline of the whole case, whether anybody in it is,
   * since a doubt must not prolong a custody.
   */
  public boolean isInCustody(Subject subject, @Nullable Instant until) {
    var all = byName.get(CUSTODY);
    if (all == null) {
      return false;
    }
    return Boolean.TRUE.equals(all.of(subject, until))
        || (subject.isCase()
            && all.bySubject.keySet().stream()
                .anyMatch(person -> Boolean.TRUE.equals(all.of(person, until))));
  }

  /** How many subjects something was said about in a question of custody. */
  public int subjectsOfCustody() {
    var all = byName.get(CUSTODY);
    return all == null ? 0 : all.bySubject.size();
  }

  private @Nullable Object stated(String name, Subject subject, @Nullable Instant until) {
    var all = byName.get(name);
    return all == null ? null : all.of(subject, until);
  }

  private static @Nullable Object newest(List<Statement> oldestFirst, @Nullable Instant until) {
    var count = until == null ? oldestFirst.size() : upTo(oldestFirst, until);
    return count == 0 ? null : oldestFirst.get(count - 1).value();
  }

  /** How many of these were made by then. */
  private static int upTo(List<Statement> oldestFirst, Instant until) {
    var low = 0;
    var high = oldestFirst.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (oldestFirst.get(middle).from().isAfter(until)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private record Statement(Instant from, Object value) {}

  /** What was said of one fact, oldest first. */
  private static final class Stated {

    private final Map<Subject, List<Statement>> bySubject = new HashMap<>(2);
    private final List<Statement> ofTheCase = new ArrayList<>(2);
    private final Set<Object> values = new HashSet<>(2);

    void add(Subject subject, Statement statement) {
      values.add(statement.value());
      bySubject.computeIfAbsent(subject, any -> new ArrayList<>(2)).add(statement);
      if (subject.isCase() || subject.kind().equals("incident")) {
        ofTheCase.add(statement);
      }
    }

    /** What holds for the subject; null where nothing was said by then. */
    @Nullable Object of(Subject subject, @Nullable Instant until) {
      var own = bySubject.get(subject);
      var ofSubject = own == null ? null : newest(own, until);
      return ofSubject == null ? newest(ofTheCase, until) : ofSubject;
    }
  }
}
