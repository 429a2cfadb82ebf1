package io.caseclock.intake.accept.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binary mode byte by byte, since clients' libraries write no header that is wrong. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class BinaryModeTest {

  private static final String BODY = "{\"unit\":\"D0101\",\"officer\":\"O1\"}";

  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_chinese_case_number_is_percent_encoded_utf_8() throws IOException {
    var encoded = "%E4%BA%AC%E3%80%942026%E3%80%95" + id;
    assertThat(post("ce-id: " + id, "ce-subject: case/" + encoded)).startsWith("HTTP/1.1 202");

    as("auditor", "D01")
        .get("/api/v1/journal?caseId={case}", "京〔2026〕" + id)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_chinese_case_number_in_raw_bytes_is_refused_with_a_pointer() throws IOException {
    assertThat(post("ce-id: " + id, "ce-subject: case/京" + id))
        .startsWith("HTTP/1.1 400")
        .contains("/subject")
        .contains("percent-encoded");
  }

  @Test
  void what_is_quoted_is_the_same_as_what_is_not() throws IOException {
    assertThat(post("ce-id: a+" + id, "ce-subject: case/A " + id)).startsWith("HTTP/1.1 202");
    assertThat(post("ce-id: \"a\\+" + id + "\"", "CE-SUBJECT: \"case/A%20" + id + "\""))
        .startsWith("HTTP/1.1 200")
        .contains("\"duplicate\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce-id: %FF",
        "ce-id: %FE",
        "ce-id: a%2",
        "ce-id: e\r\nce-id: e",
        "ce-id: e\r\nCE-ID: e2",
        "ce-id: e\r\nce-my_attr: x",
        "ce-id: e\r\nce-postedby: x",
        "ce-id: \"e",
        "ce-id: e%00",
        "ce-id: e%20",
        "ce-id: \" e\"",
        "ce-id: e\r\nce-datacontenttype: application/json"
      })
  void a_header_that_the_binding_does_not_write_is_refused(String header) throws IOException {
    assertThat(post(header, "ce-subject: case/A-" + id))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .contains("violations");
  }

  /** The whole answer to one request whose headers are written as UTF-8. */
  private String post(String... headers) throws IOException {
    var request =
        String.join(
            "\r\n",
            "POST /api/v1/events HTTP/1.1",
            "Host: 127.0.0.1:" + RestAssured.port,
            "Connection: close",
            "Authorization: Bearer " + TestTokens.of("precinct-system").unit("D01").sign(),
            "Content-Type: application/json",
            "Content-Length: " + BODY.length(),
            "ce-specversion: 1.0",
            "ce-source: " + IntakeDoor.SOURCE,
            "ce-type: case-filed",
            "ce-time: 2026-03-02T09:30:00%2B08:00",
            String.join("\r\n", headers),
            "",
            BODY);
    try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
