package io.caseclock.intake.journal.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.jdbc.Sql;
import io.caseclock.jdbc.Sql.DatabaseException;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class OfficerContactsResourceTest {

  private static final String PATH = "/api/v1/officers/{officer}/contacts";
  private static final String MAIL = "nobody@example.invalid";

  @Inject DataSource dataSource;
  private Sql sql;
  private final String officer = "O-" + UUID.randomUUID();

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
    sql = new Sql(dataSource);
  }

  @Test
  void contacts_of_every_post_are_erased_and_everything_else_stays() {
    assigned("2026-01-01T00:00:00Z", Map.of("email", MAIL, "mobile", "13900000000"));
    assigned("2026-02-01T00:00:00Z", Map.of("email", MAIL));
    assigned("2026-03-01T00:00:00Z", Map.of());

    erase().statusCode(200).body("posts", equalTo(2)).body("events", equalTo(2));

    assertThat(texts("select contacts::text from officer_post where officer = ?"))
        .containsOnly("{}")
        .hasSize(3);
    assertThat(texts("select name from officer_post where officer = ?")).containsOnly("虚构甲");
    assertThat(texts("select data::text from journal where case_id = 'officer/' || ?"))
        .hasSize(3)
        .allSatisfy(data -> assertThat(data).contains("虚构甲").doesNotContain(MAIL));
  }

  @Test
  void the_same_event_is_still_known_when_it_comes_again_and_states_nothing_anew() {
    var event = event(Map.of("email", MAIL), "2026-01-01T00:00:00Z");
    told(event).statusCode(202);
    erase().statusCode(200);

    told(event).statusCode(200);

    assertThat(texts("select contacts::text from officer_post where officer = ?"))
        .containsExactly("{}");
  }

  @Test
  void a_second_time_finds_nothing_and_a_later_word_may_state_contacts_again() {
    assigned("2026-01-01T00:00:00Z", Map.of("email", MAIL));
    erase().body("posts", equalTo(1));
    erase().statusCode(200).body("posts", equalTo(0)).body("events", equalTo(0));

    assigned("2026-02-01T00:00:00Z", Map.of("email", MAIL));

    erase().body("posts", equalTo(1)).body("events", equalTo(1));
  }

  @Test
  void an_officer_whom_nobody_told_of_is_not_found() {
    erase().statusCode(404);
  }

  @Test
  void what_is_no_identifier_is_refused_with_a_pointer() {
    as("administrator", "D01")
        .delete(PATH, "O ")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/officer"));
  }

  @ParameterizedTest
  @CsvSource({"administrator, D0101", "auditor, D01", "supervisor, D01"})
  void only_an_administrator_above_all_units_erases(String role, String unit) {
    assigned("2026-01-01T00:00:00Z", Map.of("email", MAIL));
    as(role, unit).delete(PATH, officer).then().statusCode(403);
    assertThat(texts("select contacts::text from officer_post where officer = ?"))
        .allSatisfy(contacts -> assertThat(contacts).contains(MAIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set data = data - 'name' where case_id = 'officer/' || ?",
        "update journal set data = data - 'contacts', unit = 'D02' where case_id = 'officer/' || ?",
        "update journal set content_hash = '' where case_id = 'officer/' || ?",
        "delete from journal where case_id = 'officer/' || ?"
      })
  void the_journal_allows_no_other_change(String change) {
    assigned("2026-01-01T00:00:00Z", Map.of("email", MAIL));
    assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> sql.update(change, officer))
        .withMessageContaining("append-only");
  }

  private ValidatableResponse erase() {
    return as("administrator", "D01").delete(PATH, officer).then();
  }

  private List<String> texts(String query) {
    return sql.query(query, row -> row.getString(1), officer);
  }

  private void assigned(String since, Map<String, String> contacts) {
    told(event(contacts, since)).statusCode(202);
  }

  private static ValidatableResponse told(Map<String, Object> event) {
    return post(IntakeDoor.bearer(TestTokens.of("administrator").sign()), event);
  }

  private Map<String, Object> event(Map<String, String> contacts, String since) {
    var event = IntakeDoor.event("officer-assigned", "officer/" + officer);
    event.put("time", since);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", "虚构甲");
    data.put("unit", "D0101");
    data.put("roles", List.of("officer"));
    if (!contacts.isEmpty()) {
      data.put("contacts", contacts);
    }
    event.put("data", data);
    return event;
  }
}
