package io.caseclock.notify.notice.kafka;

import static io.caseclock.notify.Office.breach;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.consumed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.risk;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is taken in together leaves the same rows as the same events one after another. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ABatchIsItsEventsTest {

  private static final int DEADLINES = 4;
  private static final int EVENTS = 25;
  private static final int TRIES = 12;

  private static final Map<String, String> ROWS =
      Map.ofEntries(
          Map.entry(
              "messages",
              "select concat_ws(' ', id, superseded_reason, text_en) from message order by id"),
          Map.entry(
              "recipients",
              """
              select concat_ws(' ', message_id, recipient, channel, why, state, reason)
              from message_recipient order by message_id, recipient, channel
              """),
          Map.entry(
              "notices",
              "select concat_ws(' ', number, state, version, deadline_id) from notice order by"
                  + " number"),
          Map.entry(
              "faults",
              "select concat_ws(' ', notice_id, seq, deadline_id, open) from notice_fault order by"
                  + " notice_id, seq"),
          Map.entry(
              "steps",
              "select concat_ws(' ', notice_id, seq, kind, text) from notice_step order by"
                  + " notice_id, seq"),
          Map.entry("papers", "select notice_id || form from notice_paper order by 1"),
          Map.entry("counters", "select concat_ws(' ', unit, year, last) from notice_counter"),
          Map.entry(
              "escalations",
              "select concat_ws(' ', id, state, ended_reason, version) from escalation order by"
                  + " id"),
          Map.entry(
              "lines",
              """
              select concat_ws(' ', escalation_id, seq, what, people, text)
              from escalation_line order by escalation_id, seq
              """),
          Map.entry("known faults", "select concat_ws(' ', id, type) from known_fault order by id"),
          Map.entry(
              "deadlines of notices",
              "select concat_ws(' ', deadline_id, revision) from notice_deadline order by"
                  + " deadline_id"));

  @Inject Office office;
  @Inject DeadlineEventsConsumer consumer;

  @Test
  void a_batch_leaves_what_its_events_leave_one_after_another() {
    for (var seed = 0; seed < TRIES; seed++) {
      var events = events(new Random(seed));

      office.open();
      events.forEach(event -> consumer.take(List.of(event)));
      var alone = rows();
      office.open();
      consumer.take(events);

      assertThat(rows()).as("seed " + seed).isEqualTo(alone);
      assertThat(alone.get("messages")).as("seed " + seed).isNotEmpty();
    }
  }

  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    ROWS.forEach((name, query) -> rows.put(name, office.texts(query)));
    return rows;
  }

  private static List<ConsumerRecord<byte[], byte[]>> events(Random random) {
    List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (var revision = 1; revision <= EVENTS; revision++) {
      events.add(consumed(event(random, "D" + random.nextInt(DEADLINES), revision)));
    }
    return events;
  }

  private static DeadlineEvent event(Random random, String id, int revision) {
    return switch (random.nextInt(9)) {
      case 0 -> warning(running(id, revision), "before-P3D");
      case 1 -> warning(running(id, revision), "before-P1D");
      case 2 -> risk(running(id, revision));
      case 3, 4 -> breach(deadline(id, 1, DeadlineStatus.BREACHED, "O1"));
      case 5 -> changed(Change.MET, deadline(id, revision, DeadlineStatus.MET, "O1"));
      case 6 -> changed(Change.MET_LATE, deadline(id, revision, DeadlineStatus.MET_LATE, "O1"));
      case 7 -> changed(Change.OPENED, ofNotice(id, revision, DeadlineStatus.RUNNING));
      default -> breach(ofNotice(id, revision, DeadlineStatus.BREACHED));
    };
  }

  private static DeadlineSnapshot running(String id, int revision) {
    return deadline(id, revision, DeadlineStatus.RUNNING, "O1");
  }

  /** The deadline for signing the notice that the first breach of the deadline leads to. */
  private static DeadlineSnapshot ofNotice(String id, int revision, DeadlineStatus status) {
    var notice = UUID.nameUUIDFromBytes((id + "#1").getBytes(StandardCharsets.UTF_8));
    var subject = new Subject("notice", notice.toString());
    return deadline("sign-" + id, revision, status, "O1", subject, "notice", "escalate");
  }
}
