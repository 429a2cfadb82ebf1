package io.caseclock.monitor.deadline;

import io.caseclock.contract.Subject;
import io.caseclock.pack.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was stated about a case and its people and items, from when on. The newest statement holds;
 * a subject's own goes before the case's; where nothing is said, the pack's default holds.
 */
final class Facts {

  private static final String CUSTODY = "custody";

  private final Map<String, Fact> declared;
  private final List<Statement> statements = new ArrayList<>();

  Facts(Map<String, Fact> declared, Timeline timeline) {
    this.declared = declared;
    for (var event : timeline.events()) {
      for (var fact : event.facts().entrySet()) {
        var value = known(fact.getKey(), fact.getValue());
        if (value != null) {
          statements.add(new Statement(event.occurredAt(), event.subject(), fact.getKey(), value));
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
  boolean satisfy(Map<String, Set<Object>> conditions, Subject subject, @Nullable Instant until) {
    for (var condition : conditions.entrySet()) {
      var value = value(condition.getKey(), subject, until);
      if (value == null || !condition.getValue().contains(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the person is in custody; for a deadline of the whole case, whether anybody in it is,
   * since a doubt must not prolong a custody.
   */
  boolean isInCustody(Subject subject, @Nullable Instant until) {
    if (Boolean.TRUE.equals(stated(CUSTODY, subject, until))) {
      return true;
    }
    return subject.isCase()
        && statements.stream()
            .filter(statement -> statement.name().equals(CUSTODY))
            .map(Statement::subject)
            .distinct()
            .anyMatch(person -> Boolean.TRUE.equals(stated(CUSTODY, person, until)));
  }

  private @Nullable Object value(String name, Subject subject, @Nullable Instant until) {
    var stated = stated(name, subject, until);
    if (stated != null) {
      return stated;
    }
    var fact = declared.get(name);
    return fact == null ? null : fact.otherwise();
  }

  private @Nullable Object stated(String name, Subject subject, @Nullable Instant until) {
    Object ofSubject = null;
    Object ofCase = null;
    for (var statement : statements) {
      if (statement.name().equals(name) && statement.isBy(until)) {
        if (statement.subject().equals(subject)) {
          ofSubject = statement.value();
        } else if (statement.isAboutTheCase()) {
          ofCase = statement.value();
        }
      }
    }
    return ofSubject == null ? ofCase : ofSubject;
  }

  private record Statement(Instant from, Subject subject, String name, Object value) {

    boolean isBy(@Nullable Instant until) {
      return until == null || !from.isAfter(until);
    }

    boolean isAboutTheCase() {
      return subject.isCase() || subject.kind().equals("incident");
    }
  }
}
