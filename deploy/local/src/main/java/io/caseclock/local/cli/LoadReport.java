package io.caseclock.local.cli;

import io.caseclock.local.file.TextEncoding;
import io.caseclock.local.load.FileLoad;
import io.caseclock.local.load.UnfinishedLoad;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;

/** What is said at the end of a load, Chinese first. */
final class LoadReport {

  private LoadReport() {}

  /** Says up to when everything is history, before the first event is sent. */
  static void printHistory(Instant until, PrintStream out) {
    out.printf("历史数据：%s 之前到期的只计算、不通知。%n", until);
    out.printf("History: what fell due before %s is counted, but told to nobody.%n", until);
  }

  /** Prints it; returns 0 where every row was taken or said nothing, else 1. */
  static int print(FileLoad.Result result, Optional<Instant> historyUntil, PrintStream out) {
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
    result.stop().ifPresent(stop -> print(stop, historyUntil, out));
    return totals.rejected() == 0 && result.stop().isEmpty() ? 0 : 1;
  }

  private static void print(UnfinishedLoad stop, Optional<Instant> historyUntil, PrintStream out) {
    out.printf("在第 %d 行停下，原因见下面的英文。此前各行均已答复。原因消除后（当日配额用完的，次日）请再次加载同一文件：已接收的算作“已有”。%n", stop.line());
    out.printf(
        "Stopped at line %d: %s%nEvery line before it was answered. When that is mended (with a"
            + " quota of the day, the next day), load the same file again: what is there already"
            + " counts as known before.%n",
        stop.line(), stop.reason().getMessage());
    historyUntil.ifPresent(
        until -> {
          out.printf("再次加载时请写明同一时间：--history %s，否则内容不同，会成为冲突。%n", until);
          out.printf(
              "Say the same instant then: --history %s; with another one the events would be in"
                  + " conflict with those that were taken.%n",
              until);
        });
  }
}
