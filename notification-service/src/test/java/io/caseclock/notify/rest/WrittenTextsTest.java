package io.caseclock.notify.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write to others is refused, with a pointer, where others could not read it. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class WrittenTextsTest {

  private static final List<String> UNREADABLE =
      List.of(
          "\\u3164", "\\u200b", "\\u2800", "a\\u001b[2J", "a\\u202eb", "a\\u2066b", "a\\u2028b");

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
            Arguments.of("POST /api/v1/findings", "/text", FINDING.formatted("第一条", "%s")),
            Arguments.of("POST /api/v1/findings", "/provision", FINDING.formatted("%s", "问题")),
            Arguments.of("POST /api/v1/notices", "/cause", DRAFT.formatted("%s", "问题")),
            Arguments.of("POST /api/v1/notices", "/found/0/text", DRAFT.formatted("事由", "%s")),
            Arguments.of("POST /api/v1/notices/x/object", "/text", "{\"text\":\"%s\"}"),
            Arguments.of("POST /api/v1/notices/x/object", "/reason", "{\"reason\":\"%s\"}"),
            Arguments.of(
                "POST /api/v1/notices/x/plan", "/text", "{\"on\":\"2026-12-01\",\"text\":\"%s\"}"),
            Arguments.of("POST /api/v1/notices/x/supervise", "/text", "{\"text\":\"%s\"}"),
            Arguments.of(
                "POST /api/v1/escalations/x/acknowledge",
                "/text",
                "{\"planOn\":\"2026-12-01\",\"text\":\"%s\"}"),
            Arguments.of(
                "POST /api/v1/silences",
                "/reason",
                "{\"unit\":\"D01\",\"everything\":true,\"reason\":\"%s\","
                    + "\"until\":\"2099-01-01T00:00:00Z\"}"),
            Arguments.of(
                "POST /api/v1/saved-filters", "/name", "{\"name\":\"%s\",\"query\":\"due=today\"}"),
            Arguments.of(
                "POST /api/v1/tasks/x/attempts",
                "/text",
                "{\"outcome\":\"no-answer\",\"text\":\"%s\"}"),
            Arguments.of("POST /api/v1/tasks/x/unreachable", "/reason", "{\"reason\":\"%s\"}"))
        .flatMap(
            one ->
                UNREADABLE.stream()
                    .map(
                        text ->
                            Arguments.of(
                                one.get()[0],
                                one.get()[1],
                                ((String) one.get()[2]).replace("%s", text))));
  }

  private static final String FINDING =
      "{\"unit\":\"D01\",\"caseId\":\"A-1\",\"element\":\"case\",\"provision\":\"%s\",\"text\":\"%s\"}";

  private static final String DRAFT =
      "{\"unit\":\"D01\",\"caseId\":\"A-1\",\"cause\":\"%s\",\"known\":[],"
          + "\"found\":[{\"element\":\"case\",\"provision\":\"第一条\",\"text\":\"%s\"}]}";

  @ParameterizedTest
  @MethodSource("texts")
  void is_refused_with_a_pointer(String operation, String pointer, String body) {
    var token = TestTokens.of("supervisor").name("chief").unit("D01").officer("S1").sign();

    given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(body)
        .post(operation.substring("POST ".length()))
        .then()
        .statusCode(400)
        .contentType(containsString("application/problem+json"))
        .body("violations[0].pointer", equalTo(pointer));
  }
}
