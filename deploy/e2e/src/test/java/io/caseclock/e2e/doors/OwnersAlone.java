package io.caseclock.e2e.doors;

import io.caseclock.e2e.doors.AccessRule.Scope;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.e2e.doors.Caller.Standing;
import io.caseclock.local.secret.LocalRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is asked about the things that somebody keeps for themselves: by a colleague of the same
 * unit and role, and by the owner, in the same words.
 */
final class OwnersAlone {

  /** What a row may name of somebody's own. */
  private static final Set<String> KINDS = Set.of("filter", "feed", "message", "letter");

  private final Matrix matrix;
  private final Tokens tokens;
  private final OwnThings own;

  OwnersAlone(Matrix matrix, Tokens tokens, OwnThings own) {
    this.matrix = matrix;
    this.tokens = tokens;
    this.own = own;
  }

  /**
   * Every row about a person, for every role that it lets in; and whatever else each role reads,
   * where nothing of it may stand.
   */
  List<Answered> askedByColleagues() {
    return matrix.send(
        Caller.of(tokens, Standing.COLLEAGUE),
        (operation, rule, caller) -> {
          var things = own.of(role(caller));
          if (isPersons(rule, caller)) {
            return matrix.about(operation, rule, things);
          }
          return operation.isReading() && rule.names(caller)
              ? List.of(Calls.about(operation, rule, things))
              : List.of();
        });
  }

  /** The rows about a person that name something of theirs, or show it; one role after another. */
  List<Answered> askedByOwners() {
    List<Answered> answers = new ArrayList<>();
    for (var owner : Caller.of(tokens, Standing.OWN)) {
      answers.addAll(
          matrix.send(
              List.of(owner),
              (operation, rule, caller) ->
                  isPersons(rule, caller)
                          && (operation.isReading() || namesOnesOwn(operation, rule))
                      ? matrix.about(operation, rule, own.again(role(caller), rule))
                      : List.of()));
    }
    return answers;
  }

  /**
   * Other rows may tell of the unit's cases to all who serve there, but not what one of them keeps.
   */
  static boolean isRead(Answered answered) {
    var mark = answered.asked().rule().scope() == Scope.PERSON ? GuardedUnit.MARK : OwnThings.MARK;
    return answered.reply().text().contains(mark);
  }

  boolean isChanged(Answered answered) {
    var asked = answered.asked();
    return namesOnesOwn(asked.operation(), asked.rule())
        && !asked.operation().isReading()
        && !asked.operation().name().equals(EveryEndpointKeepsItsRuleIT.SENDS_BACK)
        && answered.reply().isDone();
  }

  /** The operations by which somebody read what the mark stands in. */
  static Set<String> reading(List<Answered> answers) {
    return answers.stream()
        .filter(OwnersAlone::isRead)
        .map(it -> it.asked().operation().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** In its path, or in its body. */
  private boolean namesOnesOwn(Operation operation, AccessRule rule) {
    return rule.scope() == Scope.PERSON
        && (rule.of().values().stream().anyMatch(KINDS::contains)
            || matrix.bodyNames(operation, KINDS));
  }

  private static boolean isPersons(AccessRule rule, Caller caller) {
    return rule.scope() == Scope.PERSON && rule.names(caller);
  }

  private static LocalRole role(Caller caller) {
    return Objects.requireNonNull(caller.role(), caller.name());
  }
}
