package io.caseclock.local.cli;

import io.caseclock.chain.ChainReport;
import io.caseclock.chain.ChainVerifier;
import io.caseclock.local.StackClock;
import io.caseclock.local.audit.ServiceAuditChain;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Proves that no entry of the audit logs was changed, taken out or put in. */
@Command(
    name = "verify",
    description = {
      "Proves that the audit logs are whole, or names the first broken link.",
      "Reads the log of the service at each URL from its first day on and computes every hash"
          + " again. Keep the last hash that it prints: only who compares it later sees whether"
          + " the newest entries were cut off together with their heads.",
      "Without URL the services of the running local stack are meant. Ends with 0 where all chains"
          + " are whole, 1 where one is broken, 3 where no entry is chained yet."
    },
    mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "URL",
      arity = "0..*",
      description = "Where a service is; the three of the running local stack by default.")
  private List<URI> urls = List.of();

  @Mixin private AskedServices asked = new AskedServices();

  @Override
  public Integer call() {
    var today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
    Map<String, ChainReport> reports = new LinkedHashMap<>();
    asked
        .at(urls)
        .forEach(
            (name, service) -> {
              var report = ChainVerifier.verify(new ServiceAuditChain(service), today);
              print(name, report, System.out);
              reports.put(name, report);
            });
    return result(reports.values().stream().toList(), System.out);
  }

  private Instant now() {
    return urls.isEmpty()
        ? new StackClock(RepositoryPaths.startedOnce().clockOffset(), InstantSource.system()).now()
        : InstantSource.system().instant();
  }

  static void print(String service, ChainReport report, PrintStream out) {
    out.printf(
        "%s  %d 日 days, %d 条 entries%s%s%n",
        service,
        report.days(),
        report.entries(),
        report.forgotten() == 0 ? "" : ", %d 日已过保存期 days forgotten".formatted(report.forgotten()),
        report.outside() == 0 ? "" : ", %d 条未入链 before the chain".formatted(report.outside()));
    report
        .last()
        .ifPresent(
            head ->
                out.printf(
                    "  最后 last    %s 第 %d 条 number %d %s%n",
                    head.day(), head.entries(), head.entries(), head.last()));
    report
        .broken()
        .ifPresent(
            broken ->
                out.printf(
                    "  断链 BROKEN  %s 第 %d 条 number %d: %s / %s%n",
                    broken.day(),
                    broken.number(),
                    broken.number(),
                    broken.fault().zh(),
                    broken.fault().en()));
  }

  static int result(List<ChainReport> reports, PrintStream out) {
    var broken = reports.stream().filter(report -> report.broken().isPresent()).count();
    if (broken > 0) {
      out.printf("未通过：%d 个审计日志中有 %d 个断链。%n", reports.size(), broken);
      out.printf("Not whole: %d of %d audit logs are broken.%n", broken, reports.size());
      return 1;
    }
    if (reports.stream().allMatch(report -> report.last().isEmpty())) {
      out.println("没有核验任何记录：还没有入链的审计记录。");
      out.println("Nothing was verified: no entry is chained yet.");
      return AuditCommand.NOTHING_COMPARED;
    }
    out.println("通过：审计日志完整。");
    out.println("Whole: no entry was changed, taken out or put in.");
    return 0;
  }
}
