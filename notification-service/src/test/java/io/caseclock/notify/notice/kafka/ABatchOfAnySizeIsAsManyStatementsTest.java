package io.caseclock.notify.notice.kafka;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.consumed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent;
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

/** How often a batch of what the monitor says goes to the database, whatever its size. */
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

  private static DeadlineSnapshot running(int number) {
    return deadline("D" + number, 1, DeadlineStatus.RUNNING, "O1");
  }

  /** Lists of parameters count as one. */
  private List<String> sentFor(int first, int events, IntFunction<DeadlineEvent> event) {
    var records =
        IntStream.range(first, first + events).mapToObj(n -> consumed(event.apply(n))).toList();
    ListeningDriver.LOG.clear();
    consumer.take(records);
    return ListeningDriver.LOG.statementsOfThisThread().stream()
        .map(sql -> sql.replaceAll("\\?(,\\?)+", "?"))
        .toList();
  }
}
