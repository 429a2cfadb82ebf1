package io.caseclock.notify.console.level;

import io.caseclock.notify.console.frame.Links;

/**
 * The form that sets the level of a case.
 *
 * @param level which is set
 * @param reason as it was entered
 * @param seen the setting that the page showed; empty where there was none
 * @param faulty whether the reason cannot be taken
 */
public record LevelForm(String caseId, String level, String reason, String seen, boolean faulty) {

  /** Nothing is entered; it sets the other level. */
  static LevelForm blank(String caseId, LevelTold told) {
    return new LevelForm(caseId, told.other(), "", told.seen(), false);
  }

  /** The same reason, for what holds now. */
  LevelForm onto(LevelTold told) {
    return new LevelForm(caseId, told.other(), reason, told.seen(), false);
  }

  /** With the fault said. */
  LevelForm refused() {
    return new LevelForm(caseId, level, reason, seen, true);
  }

  public String action() {
    return Links.toCase(caseId) + "/level";
  }

  /** Leaves out the reason. */
  @Override
  public String toString() {
    return "LevelForm[" + caseId + ", " + level + "]";
  }
}
