package io.caseclock.notify.inbox;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static java.net.http.HttpResponse.BodyHandlers.ofLines;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.notify.Office;
import io.caseclock.notify.signin.OpenStreams;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class InboxResourceTest {

  @Inject Office office;
  @Inject LiveInbox live;

  @TestHTTPResource("/api/v1/inbox/stream")
  URI stream = URI.create("");

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void everybody_reads_the_own_inbox_and_nobody_elses() {
    office.hears(breachOf("D1"));

    o1().get("/api/v1/inbox")
        .then()
        .statusCode(200)
        .body("messages", hasSize(1))
        .body("messages.person", equalTo(List.of("O1")))
        .body("messages[0].kind", equalTo("breach"))
        .body("messages[0].letters.kind", hasItems("breach", "notice"));
    l1().get("/api/v1/inbox")
        .then()
        .body("messages.letters.flatten().kind", equalTo(List.of("breach")));
    s1().get("/api/v1/inbox").then().body("messages", empty());
  }

  @Test
  void the_messages_of_a_message_are_read_page_by_page_and_only_by_its_person() {
    office.hears(breachOf("D1"));
    String path = "/api/v1/inbox/" + o1().get("/api/v1/inbox").path("messages[0].id") + "/letters";

    String first = o1().get(path + "?limit=1").path("letters[0].kind");
    String second = o1().get(path + "?limit=1&after=1").path("letters[0].kind");

    assertThat(List.of(first, second)).containsExactlyInAnyOrder("breach", "notice");
    o1().get(path + "?limit=1").then().body("next", equalTo("1"));
    o1().get(path + "?limit=1&after=2").then().body("letters", empty()).body("next", nullValue());
    o1().get(path + "?after=x").then().statusCode(400);
    o1().get(path + "?after=-1").then().statusCode(400);
    l1().get(path).then().statusCode(200).body("letters", empty());
  }

  @Test
  void a_message_is_read_once_and_only_by_its_person() {
    office.hears(breachOf("D1"));
    String id = l1().get("/api/v1/inbox").path("messages[0].id");

    o1().post("/api/v1/inbox/" + id + "/read").then().statusCode(404);
    l1().post("/api/v1/inbox/" + id + "/read")
        .then()
        .statusCode(200)
        .body("readAt", notNullValue());
    String first = l1().get("/api/v1/inbox").path("messages[0].readAt");
    l1().post("/api/v1/inbox/" + id + "/read").then().body("readAt", equalTo(first));
    l1().get("/api/v1/inbox?unread=true").then().body("messages", empty());
  }

  @Test
  void a_page_ends_where_the_next_one_begins() {
    office.hears(breachOf("D1"));
    office.hears(breachOf("D2"));
    office.hears(breachOf("D3"));

    String next = l1().get("/api/v1/inbox?limit=2").path("next");
    l1().queryParam("after", next)
        .get("/api/v1/inbox?limit=2")
        .then()
        .body("messages", hasSize(1))
        .body("messages[0].letters[0].deadlineId", equalTo("D1"));
    l1().get("/api/v1/inbox?limit=0").then().statusCode(400);
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void the_stream_tells_what_is_new_and_goes_on_where_a_reader_stopped() throws Exception {
    office.hears(breachOf("D1"));
    try (var client = HttpClient.newHttpClient()) {
      var now = client.send(request(""), ofLines());
      var again = client.send(request("0-0"), ofLines());
      await().until(() -> live.readers() == 2);
      assertThat(now.headers().allValues("Cache-Control")).containsExactly("no-store");

      office.hears(breachOf("D2"));
      office.looksForNews();

      assertThat(ids(now.body().limit(6))).allMatch(line -> line.contains("\"D2\"")).hasSize(1);
      assertThat(ids(again.body().limit(12)))
          .anyMatch(line -> line.contains("\"D1\""))
          .anyMatch(line -> line.contains("\"D2\""));
      client.shutdownNow();
    }
  }

  @Test
  void one_person_has_ten_streams_and_the_eleventh_is_told_to_wait() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      List<HttpResponse<Stream<String>>> open = new ArrayList<>();
      for (var i = 0; i < OpenStreams.MOST_OF_ONE; i++) {
        open.add(client.send(request(""), ofLines()));
      }
      await().until(() -> live.readers() == OpenStreams.MOST_OF_ONE);
      var refused = client.send(request(""), ofString());

      assertThat(open).allMatch(one -> one.statusCode() == 200);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(refused.body()).contains("urn:caseclock:problem:too-many-requests");
      client.shutdownNow();
    }
    await().until(() -> live.readers() == 0);
  }

  private HttpRequest request(String lastEventId) {
    var token = TestTokens.of("officer").unit("D0102").officer("O1").sign();
    var request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token);
    return lastEventId.isEmpty()
        ? request.build()
        : request.header("Last-Event-ID", lastEventId).build();
  }

  private static List<String> ids(Stream<String> lines) {
    return lines.filter(line -> line.startsWith("data:")).toList();
  }
}
