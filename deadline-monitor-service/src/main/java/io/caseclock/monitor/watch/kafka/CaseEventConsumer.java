package io.caseclock.monitor.watch.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Events of cases, and of the notices about them, which are timed by the same rules. */
@ApplicationScoped
public class CaseEventConsumer {

  private final Intake intake;

  CaseEventConsumer(Intake intake) {
    this.intake = intake;
  }

  @Incoming("case-events")
  @Blocking
  void caseEvents(ConsumerRecords<String, byte[]> records) {
    intake.take(records);
  }

  @Incoming("notice-events")
  @Blocking
  void noticeEvents(ConsumerRecords<String, byte[]> records) {
    intake.take(records);
  }
}
