package io.caseclock.bench.delivery;

import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.StackOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One load: the notification service in a process of its own, PostgreSQL that waits for its disk,
 * Kafka, and the mail server.
 *
 * @param settings of the service, beyond those of the local stack
 * @param longest how long the service may take for all of it
 */
record Trial(
    int warnings,
    int people,
    int failingPercent,
    long seed,
    Map<String, String> settings,
    Duration longest) {

  private static final String DOMAIN = "caseclock.example.invalid";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /**
   * What one load came to.
   *
   * @param millisUnderWay from the queue to the mail server: of half of the mails, of 99 in 100, of
   *     the last one
   */
  record Result(
      Trial trial,
      Duration takenIn,
      Duration delivered,
      long inboxMessages,
      long mails,
      long messages,
      long refused,
      List<Long> millisUnderWay,
      long takenBack,
      long peakBytes,
      Duration processor,
      List<String> mistakes) {}

  Result run() throws IOException, InterruptedException {
    try (var mail = new MailServer(failingPercent, seed);
        var passing =
            PassingStack.start("load", usual -> options(usual, mail), ProgressListener.SILENT)) {
      return run(mail, passing.stack());
    }
  }

  private Result run(MailServer mail, LocalStack stack) throws InterruptedException {
    try (var feed = new Feed(stack.kafka().bootstrapServers())) {
      var patience = new Patience(longest, LOOK_EVERY);
      var ledger = new Ledger(stack.postgres().superuser(PassingStack.DATABASE));
      var load = new Load(warnings, people, stack.clock().now());
      feed.directory(load);
      patience.await(() -> ledger.people() == people, "the directory was not taken in");
      var service = stack.service(ServiceKind.NOTIFICATION).handle().orElseThrow();
      var before = service.info().totalCpuDuration().orElse(Duration.ZERO);
      var began = System.nanoTime();
      feed.warnings(load);
      patience.await(() -> shown(ledger, began).messages() >= warnings, "not all was taken in");
      var takenIn = since(began);
      patience.await(() -> shown(ledger, began).isDone(warnings), "not all was delivered");
      var delivered = since(began);
      var processor = service.info().totalCpuDuration().orElse(Duration.ZERO).minus(before);
      return new Result(
          this,
          takenIn,
          delivered,
          ledger.count("select count(*) from notification.inbox_entry"),
          mail.arrived().size(),
          ledger.count("select count(*) from notification.message_recipient"),
          mail.refused(),
          ledger.millisUnderWay(),
          ledger.count(
              "select count(*) from notification.delivery where taken_back_at is not null"),
          PeakMemory.of(service.pid()),
          processor,
          ledger.mistakes(load, mail.arrived(), DOMAIN));
    }
  }

  private static Ledger.Progress shown(Ledger ledger, long began) {
    var progress = ledger.progress();
    System.err.printf(
        "\r%5d s  %,9d taken in, %,9d waiting, %,9d unsent ",
        since(began).toSeconds(), progress.messages(), progress.waiting(), progress.unsent());
    return progress;
  }

  private StackOptions options(StackOptions usual, MailServer mail) {
    var options =
        usual
            .only(Set.of(ServiceKind.NOTIFICATION))
            .told("CASECLOCK_EMAIL_ENABLED", "true")
            .told("CASECLOCK_EMAIL_FROM", "caseclock@" + DOMAIN)
            .told("QUARKUS_MAILER_HOST", "127.0.0.1")
            .told("QUARKUS_MAILER_PORT", Integer.toString(mail.port()))
            .told("QUARKUS_MAILER_START_TLS", "DISABLED");
    for (var setting : settings.entrySet()) {
      options = options.told(setting.getKey(), setting.getValue());
    }
    return options;
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
