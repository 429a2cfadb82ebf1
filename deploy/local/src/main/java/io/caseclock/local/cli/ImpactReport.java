package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.monitor.revision.http.Moves;
import io.caseclock.pack.Mistake;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person reads of a comparison. */
final class ImpactReport {

  static final int TOO_MUCH = 1;

  private ImpactReport() {}

  /** That nothing would be moved says little of a pack that does not replace one. */
  static void noteIfNew(String pack, JsonNode inForce, PrintStream out) {
    if (inForce.path("packs").valueStream().noneMatch(one -> isOf(one, pack))) {
      out.printf("规则包 %s 目前没有实施：它不会变动未结期限，其期限从以后的事件开始。%n", pack);
      out.printf(
          "%s is not in force: it moves nothing that is open; its deadlines begin with later"
              + " events.%n",
          pack);
    }
  }

  /** Says what a comparison does not look at; true where there is nothing to say. */
  static boolean warnOfExamples(List<Mistake> mistakes, PrintStream out) {
    if (!mistakes.isEmpty()) {
      out.printf("注意：规则包自带的算例有 %d 个与计算结果不符，规则或算例有错：%n", mistakes.size());
      out.printf(
          "Beware: examples of the pack that do not come out: %d; a rule or a count is wrong:%n",
          mistakes.size());
      mistakes.forEach(mistake -> out.println("  " + mistake));
    }
    return mistakes.isEmpty();
  }

  /**
   * Prints the answers of the monitor for all trees as one.
   *
   * @param atMost so many changes are no failure; null: any number
   */
  static int print(List<JsonNode> reports, @Nullable Integer atMost, PrintStream out) {
    var moves = reports.stream().map(Moves::of).reduce(Moves.NONE, Moves::plus);
    out.printf(
        "%d cases with %d open deadlines compared; changes: %s%n",
        moves.cases(), moves.open(), moves.counts());
    if (moves.unverified() > 0) {
      out.printf("%d 个案件无法比较。%n", moves.unverified());
      out.printf("%d cases could not be compared.%n", moves.unverified());
    }
    reports.forEach(
        report -> report.path("differences").forEach(difference -> print(difference, out)));
    if (atMost != null && moves.total() > atMost) {
      out.printf("未通过：将变动（或无法比较）%d 个，最多允许 %d 个。%n", moves.total(), atMost);
      out.printf(
          "Too much: %d would change or could not be compared, and at most %d may.%n",
          moves.total(), atMost);
      return TOO_MUCH;
    }
    if (moves.cases() == 0) {
      out.println("没有比较任何案件：没有未结期限，看不出规则包的影响。");
      out.println("Nothing was compared: no deadline is open, so this says nothing of the pack.");
      return AuditCommand.NOTHING_COMPARED;
    }
    return 0;
  }

  private static boolean isOf(JsonNode shown, String pack) {
    return shown.path("id").asText().equals(pack);
  }

  private static void print(JsonNode difference, PrintStream out) {
    out.printf(
        "  %-20s %s %s %s: %s -> %s%n",
        difference.path("effect").asText(),
        difference.path("unit").asText(),
        difference.path("caseId").asText(),
        difference.path("rule").asText(),
        standing(difference.path("before")),
        standing(difference.path("after")));
  }

  private static String standing(JsonNode standing) {
    return standing.path("status").isNull()
        ? "-"
        : standing.path("status").asText() + " " + standing.path("dueOn").asText("-");
  }
}
