package io.caseclock.notify.notice.kafka;

import static io.caseclock.notify.Office.breach;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.consumed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.inUnit;
import static io.caseclock.notify.Office.officer;
import static io.caseclock.notify.Office.unit;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.ListeningDriver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often a batch of what the monitor says, or of ladders that climb, goes to the database,
 * whatever its size.
 */
@QuarkusTest
@TestProfile(ABatchOfAnySizeIsAsManyStatementsTest.Listening.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ABatchOfAnySizeIsAsManyStatementsTest {

  private static final int MANY = 50;

  /** The pool's connections are listened to. */
  public static class Listening implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.datasource.jdbc.driver", ListeningDriver.class.getName());
    }
  }

  @Inject Office office;
  @Inject DeadlineEventsConsumer consumer;

  /** What is looked up once in a while is looked up before. */
  @BeforeEach
  void anOfficeAtWork() {
    office.open();
    consumer.take(List.of(consumed(breachOf("first"))));
  }

  @Test
  void fifty_warnings_are_taken_in_with_the_statements_of_one() {
    var ofOne = sentFor(0, 1, n -> warning(running(n), "before-P3D"));

    assertThat(sentFor(1, MANY, n -> warning(running(n), "before-P3D")))
        .isEqualTo(ofOne)
        .isNotEmpty();
    assertThat(office.texts("select id from message where kind = 'warning'")).hasSize(1 + MANY);
  }

  @Test
  void fifty_breaches_with_their_notices_and_ladders_are_taken_in_with_the_statements_of_one() {
    var ofOne = sentFor(0, 1, n -> breachOf("D" + n));

    assertThat(sentFor(1, MANY, n -> breachOf("D" + n))).isEqualTo(ofOne).isNotEmpty();
    assertThat(office.texts("select id from notice")).hasSize(2 + MANY);
    assertThat(office.texts("select id from escalation")).hasSize(2 + MANY);
  }

  /** Each in a station of its own, under one sub-bureau. */
  @Test
  void those_of_fifty_officers_of_fifty_stations_too() {
    IntStream.rangeClosed(0, MANY).forEach(this::post);
    var ofOne = sentFor(0, 1, n -> breach(elsewhere(n)));

    assertThat(sentFor(1, MANY, n -> breach(elsewhere(n)))).isEqualTo(ofOne).isNotEmpty();
    assertThat(
            office.texts(
                "select distinct recipient from message_recipient where recipient like 'P%'"))
        .hasSize(1 + MANY);
  }

  @Test
  void what_fifty_deadlines_have_come_to_is_taken_in_with_the_statements_of_one() {
    var ofOne = sentFor(0, 1, n -> changed(Change.MET, met(n)));

    assertThat(sentFor(1, MANY, n -> changed(Change.MET, met(n)))).isEqualTo(ofOne).isNotEmpty();
  }

  @Test
  void the_next_steps_of_fifty_ladders_are_taken_with_the_statements_of_one() {
    var ofOne = sentForStepsOf(1);

    assertThat(sentForStepsOf(MANY)).isEqualTo(ofOne).isNotEmpty();
    assertThat(office.texts("select id from escalation where next_step = 2")).hasSize(MANY);
  }

  private List<String> sentForStepsOf(int ladders) {
    office.open();
    consumer.take(IntStream.range(0, ladders).mapToObj(n -> consumed(breachOf("D" + n))).toList());
    ListeningDriver.LOG.clear();
    office.escalateNext();
    return sent();
  }

  private void post(int number) {
    office.takesIn(
        unit("S" + number, "D01", "示例所", "Station " + number),
        officer("P" + number, "S" + number, "officer"));
  }

  private static DeadlineSnapshot elsewhere(int number) {
    var one = deadline("D" + number, 1, DeadlineStatus.BREACHED, "P" + number);
    return inUnit(one, "S" + number);
  }

  private static DeadlineSnapshot met(int number) {
    return deadline("D" + number, 2, DeadlineStatus.MET, "O1");
  }

  private static DeadlineSnapshot running(int number) {
    return deadline("D" + number, 1, DeadlineStatus.RUNNING, "O1");
  }

  private List<String> sentFor(int first, int events, IntFunction<DeadlineEvent> event) {
    var records =
        IntStream.range(first, first + events).mapToObj(n -> consumed(event.apply(n))).toList();
    ListeningDriver.LOG.clear();
    consumer.take(records);
    return sent();
  }

  /**
   * Lists of parameters count as one. The texts' patterns are read again when they are two seconds
   * old, in whichever batch that is.
   */
  private static List<String> sent() {
    return ListeningDriver.LOG.statementsOfThisThread().stream()
        .filter(sql -> !sql.contains("from message_template"))
        .map(sql -> sql.replaceAll("\\?(,\\?)+", "?"))
        .toList();
  }
}
