package io.caseclock.notify.wording.rest;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class TemplateResourceTest {

  private static final String BREACH = "/api/v1/templates/breach";

  @Inject Office office;
  @Inject Sql sql;

  @BeforeEach
  void open() {
    office.open();
    sql.update("truncate message_template");
  }

  @AfterEach
  void shippedAgain() {
    sql.update("truncate message_template");
    await().until(() -> titleOf("D-after-" + System.nanoTime()).startsWith("超期："));
  }

  @Test
  void what_is_told_from_then_on_uses_the_own_words_and_what_was_told_stays() {
    office.hears(breachOf("D1"));
    put(0, "逾期：{事项}").statusCode(200).body("version", equalTo(1)).body("own", equalTo(true));

    await().until(() -> titleOf("D-" + System.nanoTime()).startsWith("逾期："));

    assertThat(title("D1")).startsWith("超期：");
  }

  @Test
  void the_shipped_words_come_back_and_nothing_to_undo_is_said() {
    put(0, "逾期：{事项}").statusCode(200);
    s1().delete(BREACH + "?version=0").then().statusCode(412);
    s1().delete(BREACH + "?version=1")
        .then()
        .statusCode(200)
        .body("own", equalTo(false))
        .body("version", equalTo(2))
        .body("title.zh", equalTo("超期：{事项}"));

    s1().delete(BREACH + "?version=2").then().statusCode(409);
    s1().delete(BREACH).then().statusCode(400);
  }

  @Test
  void a_change_of_what_somebody_else_changed_is_refused() {
    put(0, "逾期：{事项}").statusCode(200);

    put(0, "晚了：{事项}").statusCode(412).body("detail", containsString("version 1"));
    put(1, "晚了：{事项}").statusCode(200);
  }

  @Test
  void each_text_that_does_not_say_what_it_must_is_named() {
    put(0, "逾期：{事项}{人员}")
        .statusCode(400)
        .body("violations.pointer", equalTo(List.of("/title/zh")))
        .body("violations[0].message", containsString("{事项}"));
    s1().contentType("application/json")
        .body(
            """
            {"version":0,"title":{"zh":"逾期","en":""},"text":{"zh":"<b>","en":"{name"}}
            """)
        .put(BREACH)
        .then()
        .statusCode(400)
        .body("violations.pointer", hasItems("/title/zh", "/title/en", "/text/zh", "/text/en"));
    s1().contentType("application/json").body("{}").put(BREACH).then().statusCode(400);
    assertThat(office.text("select count(*) from message_template")).isEqualTo("0");
  }

  @Test
  void only_those_at_the_root_change_it_and_the_office_reads_it() {
    put(as("S3", "D0103", "supervisor"), 0, "逾期：{事项}").statusCode(403);
    put(as("L9", "D01", "legal-officer"), 0, "逾期：{事项}").statusCode(403);
    put(as("A1", "D01", "administrator"), 0, "逾期：{事项}").statusCode(200);
    o1().get(BREACH).then().statusCode(403);
    as("L1", "D0102", "legal-officer")
        .get("/api/v1/templates")
        .then()
        .statusCode(200)
        .body("templates", hasSize(21))
        .body("templates.find { it.kind == 'breach' }.example.title.zh", containsString("逾期："));
    s1().get("/api/v1/templates/rumour").then().statusCode(404);
  }

  private static ValidatableResponse put(int version, String title) {
    return put(s1(), version, title);
  }

  private static ValidatableResponse put(RequestSpecification as, int version, String title) {
    return as.contentType("application/json")
        .body(
            """
            {"version":%d,"title":{"zh":"%s","en":"Late: {name}"},
             "text":{"zh":"{事项}，{期限}。","en":"{name}, {due}."}}
            """
                .formatted(version, title))
        .put(BREACH)
        .then();
  }

  /** The title of a breach that is told now. */
  private String titleOf(String deadline) {
    office.hears(breachOf(deadline));
    return title(deadline);
  }

  private String title(String deadline) {
    return office.text("select title_zh from message where deadline_id = ?", deadline);
  }
}
