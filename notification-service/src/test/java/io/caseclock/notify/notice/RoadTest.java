package io.caseclock.notify.notice;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.consumed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.Topic;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.WireRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the topic to the topic, over a real broker. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class RoadTest {

  @Inject Office office;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers = "";

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void a_breach_on_the_road_comes_back_as_steps_of_its_notice() throws Exception {
    new Topic(brokers, "deadline-events").write(consumed(breachOf("ROAD1")));

    var steps =
        new Topic(brokers, "notice-events")
            .read(2, consumed -> new String(consumed.value(), UTF_8).contains("\"ROAD1\""));

    var events = steps.stream().map(WireRecord::of).map(CaseEventWire::read).toList();
    assertThat(events)
        .extracting(event -> event.type())
        .containsExactly("notice-issued", "notice-delivered");
    var id = office.text("select id from notice");
    var issued = events.getFirst();
    assertThat(issued.subject()).isEqualTo(new Subject("notice", id));
    assertThat(issued.eventId().id()).isEqualTo(id + ":1");
    assertThat(issued.eventId().source()).isEqualTo("urn:caseclock:notification");
    assertThat(issued.caseId()).isEqualTo("A1");
    assertThat(issued.officer()).isEqualTo("O1");
    assertThat(issued.text("number")).contains("示例分局整改〔2026〕1号");
  }
}
