package io.caseclock.monitor.jdbc;

import io.caseclock.contract.Words;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Question;

/** What the rows of a roll-up are added up by. */
enum CountFamily {
  /** Of a unit alone, all together. */
  UNIT,
  /** Of a unit alone, by rule. */
  RULE,
  /** Of a unit alone, by officer. */
  OFFICER,
  /** Of a unit and all below it, all together. */
  TREE,
  /** Of a unit and all below it, by rule. */
  TREE_RULE;

  /** The one with the fewest rows that answers a question. */
  static CountFamily of(Question question) {
    if (question.by().contains(Grouping.OFFICER)) {
      return OFFICER;
    }
    var byRule = !question.rules().isEmpty() || question.by().stream().anyMatch(CountFamily::rules);
    if (question.by().contains(Grouping.UNIT)) {
      return byRule ? RULE : UNIT;
    }
    return byRule ? TREE_RULE : TREE;
  }

  private static boolean rules(Grouping by) {
    return by == Grouping.RULE || by == Grouping.LIST || by == Grouping.ELEMENT;
  }

  String wire() {
    return Words.of(this);
  }

  /** What its rows leave out, as a condition: with it the key is known up to the rule. */
  String leftOut() {
    return switch (this) {
      case UNIT, TREE -> " and officer = '' and rule = ''";
      case RULE, TREE_RULE -> " and officer = ''";
      case OFFICER -> "";
    };
  }

  /** Whether its rows are of the whole subtree of their unit. */
  boolean isTree() {
    return this == TREE || this == TREE_RULE;
  }
}
