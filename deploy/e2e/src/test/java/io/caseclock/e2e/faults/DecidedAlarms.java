package io.caseclock.e2e.faults;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.Topics;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.WholeTopic;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the monitor has said on {@code deadline-events} about stages that have come. A relay that is
 * killed may send a record again, word for word; a stage that was decided twice is there with two
 * instants, or two ids.
 */
final class DecidedAlarms {

  private static final Set<String> ALARMS = Set.of("deadline-approaching", "deadline-breached");

  private final Map<String, Set<String>> decisions = new HashMap<>();
  private final Set<String> cases = new HashSet<>();

  private DecidedAlarms() {}

  /** Reads all of the topic, and keeps what is of a rule and of cases that begin so. */
  static DecidedAlarms of(Suite suite, String prefix, String rule) {
    var alarms = new DecidedAlarms();
    WholeTopic.of(suite, Topics.DEADLINE_EVENTS)
        .forEach(record -> alarms.add(record, prefix, rule));
    return alarms;
  }

  /** How many cases have one. */
  int cases() {
    return cases.size();
  }

  /** Deadline and stage of each that was decided more than once. */
  Set<String> decidedTwice() {
    Set<String> twice = new TreeSet<>();
    decisions.forEach(
        (stage, decided) -> {
          if (decided.size() > 1) {
            twice.add(stage + ": " + List.copyOf(decided));
          }
        });
    return twice;
  }

  private void add(ConsumerRecord<byte[], byte[]> consumed, String prefix, String rule) {
    if (!new String(consumed.key(), StandardCharsets.UTF_8).startsWith(prefix)) {
      return;
    }
    var wire = WireRecord.of(consumed);
    if (ALARMS.contains(wire.attribute("type"))
        && DeadlineEventWire.read(wire) instanceof DeadlineAlarm alarm
        && alarm.deadline().rule().equals(rule)) {
      cases.add(alarm.caseId());
      decisions
          .computeIfAbsent(
              alarm.caseId() + " " + alarm.deadline().deadlineId() + " " + alarm.stage(),
              stage -> new TreeSet<>())
          .add(alarm.id() + " at " + alarm.at());
    }
  }
}
