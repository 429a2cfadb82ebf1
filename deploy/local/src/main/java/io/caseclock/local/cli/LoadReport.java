package io.caseclock.local.cli;

import io.caseclock.local.file.TextEncoding;
import io.caseclock.local.load.FileLoad;
import io.caseclock.local.load.UnfinishedLoad;
import java.io.PrintStream;

/** What is said at the end of a load, Chinese first. */
final class LoadReport {

  private LoadReport() {}

  /** Prints it; returns 0 where every row was taken or said nothing, else 1. */
  static int print(FileLoad.Result result, PrintStream out) {
    if (result.encoding() != TextEncoding.UTF_8) {
      out.printf("按 %s 编码读取。 Read as %s.%n", result.encoding(), result.encoding());
    }
    var totals = result.totals();
    var unanswered = result.rows() - totals.all();
    var zh = unanswered == 0 ? "" : " + 未答复 " + unanswered;
    var en = unanswered == 0 ? "" : " + " + unanswered + " not answered";
    out.printf(
        "%d 行 = 接收 %d + 已有 %d + 退回 %d + 跳过 %d%s%n",
        result.rows(),
        totals.kept(),
        totals.knownBefore(),
        totals.rejected(),
        totals.skipped(),
        zh);
    out.printf(
        "%d rows = %d accepted + %d known before + %d rejected + %d skipped%s%n",
        result.rows(),
        totals.kept(),
        totals.knownBefore(),
        totals.rejected(),
        totals.skipped(),
        en);
    result.rejectedFiles().forEach(file -> out.println("退回 rejected: " + file));
    result.stop().ifPresent(stop -> print(stop, out));
    return totals.rejected() == 0 && result.stop().isEmpty() ? 0 : 1;
  }

  private static void print(UnfinishedLoad stop, PrintStream out) {
    out.printf(
        "在第 %d 行停下：%s%n此前各行均已答复。请再次加载同一文件：已接收的算作“已有”。%n", stop.line(), stop.reason().getMessage());
    out.printf(
        "Stopped at line %d: %s%nEvery line before it was answered. Load the same file again: what"
            + " is there already counts as known before.%n",
        stop.line(), stop.reason().getMessage());
  }
}
