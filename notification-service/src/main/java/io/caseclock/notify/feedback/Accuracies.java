package io.caseclock.notify.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what was told and judged. */
public interface Accuracies {

  /** One line a group that was told anything, by key; the unknown last. */
  List<Line> lines(AccuracyQuery query);

  /**
   * A group.
   *
   * @param key the rule, the unit or the source; null where a warning names none
   */
  record Line(@Nullable String key, Accuracy accuracy) {}
}
