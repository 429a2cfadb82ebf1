package io.caseclock.notify.console.deadline;

import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.monitor.Query;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the page as a form sends them: a field that was left empty asks nothing, and
 * several words may stand in one.
 */
public class AskedFilter {

  @QueryParam("unit")
  @Nullable String unit;

  /** Words of the monitor; any for all. What is open where nothing is said. */
  @QueryParam("status")
  List<String> statuses = List.of();

  @QueryParam("due")
  @Nullable String due;

  @QueryParam("dueOnFrom")
  @Nullable String dueOnFrom;

  @QueryParam("dueOnTo")
  @Nullable String dueOnTo;

  /** Its id, its name, or a part of it. */
  @QueryParam("rule")
  @Nullable String rule;

  /** A word of the rules: whose duty it is. */
  @QueryParam("duty")
  @Nullable String duty;

  @QueryParam("list")
  @Nullable String list;

  @QueryParam("element")
  List<String> elements = List.of();

  @QueryParam("severity")
  List<String> severities = List.of();

  @QueryParam("risk")
  List<String> risks = List.of();

  /** A word of the monitor: what came to that since the beginning of yesterday. */
  @QueryParam("changed")
  @Nullable String changed;

  @QueryParam("officer")
  @Nullable String officer;

  @QueryParam("case")
  @Nullable String caseId;

  @QueryParam("sort")
  @Nullable String sort;

  /** In their usual order. */
  Query query() {
    return Query.of("unit", Forms.text(unit))
        .andAll("status", words(statuses))
        .and("due", Forms.text(due))
        .and("dueOnFrom", Forms.text(dueOnFrom))
        .and("dueOnTo", Forms.text(dueOnTo))
        .and("rule", Forms.text(rule))
        .and("duty", Forms.text(duty))
        .and("list", Forms.text(list))
        .andAll("element", words(elements))
        .andAll("severity", words(severities))
        .andAll("risk", words(risks))
        .and("changed", Forms.text(changed))
        .and("officer", Forms.text(officer))
        .and("case", Forms.text(caseId))
        .and("sort", Forms.text(sort));
  }

  /** Whether a field was left empty, or holds several words: a form sent it, no address. */
  boolean isOfAForm() {
    var single =
        Stream.of(unit, due, dueOnFrom, dueOnTo, rule, duty, list, changed, officer, caseId, sort);
    var many = Stream.of(statuses, elements, severities, risks).flatMap(List::stream);
    return single.anyMatch(one -> one != null && one.isBlank())
        || many.anyMatch(one -> one.isBlank() || one.contains(","));
  }

  private static List<String> words(List<String> sent) {
    return sent.stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
