package io.caseclock.notify.console.rulebook;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that the monitor found.
 *
 * @param lists in which lists they stand
 * @param elements what they are about
 */
public record RuleListing(
    int total, List<Group> lists, List<Group> elements, List<Line> rules, @Nullable String next) {

  /** How many belong together. */
  public record Group(String id, @Nullable Names names, int rules) {}

  /** One rule, briefly. */
  public record Line(
      String id,
      Names names,
      String pack,
      String element,
      boolean statutory,
      String confidence,
      String list,
      String direction,
      String bound,
      RuleTold.Period period,
      List<RuleTold.Basis> basis,
      List<RuleTold.Version> versions) {

    public String path() {
      return Links.rule(id);
    }

    public String calculator() {
      return Links.calculator(id);
    }
  }
}
