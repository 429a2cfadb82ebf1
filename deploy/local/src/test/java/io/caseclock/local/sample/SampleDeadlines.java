package io.caseclock.local.sample;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every deadline of a sample, by the engine and the shipped pack.
 *
 * @param now the sample's instant
 */
record SampleDeadlines(Instant now, List<Deadline> all) {

  private static final Set<String> DIRECTORY =
      Set.of("unit-registered", "officer-assigned", "officer-away");
  private static final Engine ENGINE = engine();

  static SampleDeadlines of(Instant now, long seed) {
    var cases =
        SampleWorld.generate(now, seed)
            .events()
            .filter(event -> !DIRECTORY.contains(text(event, "type")))
            .map(SampleDeadlines::read)
            .collect(Collectors.groupingBy(CaseEvent::caseId));
    return new SampleDeadlines(
        now,
        cases.entrySet().stream()
            .flatMap(
                one -> ENGINE.evaluate(Timeline.of(one.getKey(), one.getValue()), now).stream())
            .toList());
  }

  private static Engine engine() {
    var pack = PackReader.require(PackFiles.shipped("cn-public-security"));
    return new Engine(RuleBook.of(pack), WorkingCalendar.of(pack));
  }

  /** What was late at any time. */
  List<Deadline> late() {
    return all.stream().filter(deadline -> deadline.state().isLate()).toList();
  }

  /** The last instant at which it was in time; the day of it is the day on which it counts. */
  static Instant due(Deadline deadline) {
    return deadline.state().dueOrWasDue().orElseThrow().at().minusSeconds(1);
  }

  private static CaseEvent read(Map<String, Object> event) {
    var data = data(event);
    var subject = Subject.parse(text(event, "subject"));
    return new CaseEvent(
        new EventId(text(event, "source"), text(event, "id")),
        text(event, "type"),
        subject,
        String.valueOf(data.getOrDefault("caseId", subject.id())),
        Instant.parse(text(event, "time")),
        Instant.parse(text(event, "recordedtime")),
        Instant.parse(text(event, "recordedtime")),
        text(data, "unit"),
        text(data, "officer"),
        null,
        data);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) Objects.requireNonNull(event.get("data"));
  }

  private static String text(Map<String, Object> map, String member) {
    return String.valueOf(map.get(member));
  }
}
