package io.caseclock.notify.delivery;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.s1;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.notify.channel.toy.ToyChannelType;
import io.caseclock.notify.delivery.rest.ChannelResourceTest.SomeChannels;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks, and a kind of channel that nobody knew before, go by the pipeline like all others. */
@QuarkusTest
@TestProfile(SomeChannels.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class OneRoadForEveryChannelTest {

  @Inject Office office;
  @Inject SendDue sendDue;
  @Inject ChannelQueues queues;
  @Inject ToyChannelType toy;

  @BeforeEach
  void open() {
    office.open();
    toy.arrived().clear();
  }

  private List<String> toWebhook() {
    return office.texts("select message_id from delivery where channel = 'watch' order by seq");
  }

  @Test
  void a_webhook_gets_each_breach_and_each_notice_by_itself_and_identifiers_only() {
    office.hears(breachOf("D1"));

    assertThat(toWebhook()).contains("D1:1:breach").hasSize(2);
    var body =
        office.text(
            "select convert_from(body, 'UTF8') from delivery where message_id = 'D1:1:breach'");
    assertThat(Json.object(body.getBytes(StandardCharsets.UTF_8)))
        .containsEntry("id", "D1:1:breach")
        .containsEntry("type", "breach")
        .containsEntry("subject", "case/A1");
    assertThat(body).contains("\"deadlineId\":\"D1\"").doesNotContain("虚构");
  }

  @Test
  void the_same_fact_is_queued_for_a_webhook_once() {
    office.hears(breachOf("D1"));
    office.hears(breachOf("D1"));

    assertThat(toWebhook()).containsOnlyOnce("D1:1:breach");
  }

  @Test
  void a_silence_holds_a_webhook_back_as_well() {
    var id =
        l1().contentType(ContentType.JSON)
            .body(
                "{\"unit\":\"D0102\",\"everything\":true,\"reason\":\"x\",\"until\":\"%s\"}"
                    .formatted(Instant.now().plus(Duration.ofDays(1))))
            .post("/api/v1/silences")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    s1().post("/api/v1/silences/" + id + "/approve").then().statusCode(200);

    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));
    assertThat(toWebhook()).isEmpty();

    s1().post("/api/v1/silences/" + id + "/end").then().statusCode(200);
    office.settle();
    assertThat(toWebhook()).containsExactly("D1:1:before-P1D");
  }

  @Test
  void the_budget_of_an_hour_holds_a_webhook_back_as_well() {
    for (var n = 0; n < 6; n++) {
      office.hears(warning(deadline("D" + n, 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));
    }

    assertThat(toWebhook()).hasSize(4);
    assertThat(
            office.texts(
                "select reason from message_recipient where channel = 'watch' and state ="
                    + " 'waiting'"))
        .containsExactly("budget", "budget");
  }

  @Test
  void a_kind_of_channel_is_a_package_and_one_line_of_configuration() throws Exception {
    s1().contentType(ContentType.JSON)
        .body(
            """
            {"routes": [{"id": "all", "critical": true,
              "steps": [{"after": "PT0S", "tell": ["officer"], "push": ["toy"]}]}]}
            """)
        .put("/api/v1/routes?unit=D0102")
        .then()
        .statusCode(200);

    office.hears(breachOf("D1"));
    for (var queue : queues.all()) {
      if (queue.id().equals("ours")) {
        sendDue.run(queue);
      }
    }

    assertThat(toy.arrived()).containsExactly("ours serious 2");
    Office.as("S1", "D01", "administrator")
        .get("/api/v1/channels")
        .then()
        .body("channels.find { it.id == 'ours' }.kind", equalTo("toy"));
    Office.as("S1", "D01", "administrator")
        .get("/api/v1/deliveries")
        .then()
        .body("deliveries.channel", hasItem("ours"));
  }
}
