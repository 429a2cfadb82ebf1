package io.caseclock.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether packs can be in force together. Each computes by itself; but a rule id names one rule, a
 * task id one task, an event type has one schema and an indicator one target, whichever pack asks
 * for it.
 */
public final class SideBySide {

  private final Map<String, Pack> packs = new HashMap<>();
  private final Map<String, Pack> rules = new HashMap<>();
  private final Map<String, Pack> tasks = new HashMap<>();
  private final Map<String, Pack> eventTypes = new HashMap<>();
  private final Map<String, Pack> indicators = new HashMap<>();
  private final List<String> clashes = new ArrayList<>();

  private SideBySide() {}

  /** Every clash, in a sentence with both packs' ids; empty where the packs go together. */
  public static List<String> clashes(List<Pack> together) {
    var side = new SideBySide();
    together.forEach(side::add);
    return List.copyOf(side.clashes);
  }

  /** Throws {@link IllegalArgumentException} that tells every clash. */
  public static void require(List<Pack> together) {
    var clashes = clashes(together);
    if (!clashes.isEmpty()) {
      throw new IllegalArgumentException(
          "the rule packs clash:\n  " + String.join("\n  ", clashes));
    }
  }

  private void add(Pack pack) {
    if (packs.putIfAbsent(pack.id(), pack) != null) {
      clashes.add("the pack " + pack.id() + " stands twice");
      return;
    }
    for (var rule : pack.rules()) {
      var other = rules.putIfAbsent(rule.id(), pack);
      if (other != null) {
        clashes.add("the rule " + rule.id() + " is in " + both(other, pack));
      }
    }
    for (var task : pack.tasks()) {
      var other = tasks.putIfAbsent(task.id(), pack);
      if (other != null) {
        clashes.add("the task " + task.id() + " is in " + both(other, pack));
      }
    }
    for (var type : pack.eventTypes().values()) {
      var other = eventTypes.putIfAbsent(type.type(), pack);
      if (other != null && !isSame(type, other.eventTypes().get(type.type()))) {
        clashes.add(
            "the event type " + type.type() + " has another schema in " + both(other, pack));
      }
    }
    for (var indicator : pack.indicators().values()) {
      var other = indicators.putIfAbsent(indicator.id(), pack);
      if (other != null && !isSame(indicator, other.indicators().get(indicator.id()))) {
        clashes.add(
            "the indicator "
                + indicator.id()
                + " has another target or reads something else in "
                + both(other, pack));
      }
    }
  }

  /** Names may differ: each pack calls an event as its own field does. */
  private static boolean isSame(EventType one, @Nullable EventType other) {
    return other != null
        && one.element().equals(other.element())
        && one.opens() == other.opens()
        && one.reportedBy().equals(other.reportedBy())
        && one.properties().equals(other.properties())
        && one.required().equals(other.required());
  }

  /** One rate has one target and one colour. */
  private static boolean isSame(Indicator one, @Nullable Indicator other) {
    return other != null
        && one.reads() == other.reads()
        && Objects.equals(one.target(), other.target())
        && one.bands().equals(other.bands());
  }

  private static String both(Pack one, Pack other) {
    return one.id() + " and in " + other.id();
  }
}
