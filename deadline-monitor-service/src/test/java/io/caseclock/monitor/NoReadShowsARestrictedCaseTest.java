package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation that reads, as the monitor describes itself, in every form that it has. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class NoReadShowsARestrictedCaseTest {

  /**
   * They tell of single cases; each must do so to a supervisor, or the other tests prove nothing.
   */
  private static final Set<String> TELLING =
      Set.of(
          "/api/v1/cases/{caseId}/deadlines",
          "/api/v1/cases/{caseId}/events",
          "/api/v1/cases/{caseId}/level",
          "/api/v1/cases/{caseId}/tenures",
          "/api/v1/cases/{caseId}/timeline",
          "/api/v1/deadlines",
          "/api/v1/deadlines/{id}",
          "/api/v1/deadlines/{id}/explanation",
          "/api/v1/effects",
          "/api/v1/history/breaches",
          "/api/v1/indicators/{id}/failed",
          "/api/v1/lists/{id}",
          "/api/v1/lists/{id}/meetings/{on}",
          "/api/v1/predictions",
          "/api/v1/search",
          "/api/v1/statistics/corrections",
          "/api/v1/statistics/safe-days");

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  @Inject DataSource dataSource;

  private RestrictedCase restricted;

  @BeforeEach
  void aRestrictedCaseThatStandsEverywhere() {
    restricted = RestrictedCase.in(bench, directory, dataSource);
    restricted.standEverywhere();
    restricted.restrict().then().statusCode(200);
  }

  @Test
  void a_supervisor_reads_of_it_wherever_cases_are_told_of() throws IOException {
    assertThat(telling(restricted::supervisor)).containsAll(TELLING);
  }

  @Test
  void the_officer_whom_its_deadlines_name_reads_of_it() throws IOException {
    Supplier<RequestSpecification> named =
        () ->
            RestrictedCase.as(
                TestTokens.of("officer").unit(restricted.station).officer(RestrictedCase.NAMED));

    assertThat(telling(named))
        .contains("/api/v1/cases/{caseId}/deadlines", "/api/v1/deadlines", "/api/v1/search");
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "legal-officer", "prosecutor"})
  void others_of_the_unit_read_nothing_of_it_anywhere(String role) throws IOException {
    assertThat(telling(() -> restricted.colleague(role))).isEmpty();
  }

  @Test
  void an_evaluation_that_names_another_officer_is_told() {
    var officers =
        "select array_to_string(officers, ' ') from case_level where case_id = '%s'"
            .formatted(restricted.id);
    var sql = new Sql(dataSource);
    assertThat(sql.query(officers, row -> row.getString(1))).containsExactly(RestrictedCase.NAMED);

    restricted.names("O7");

    assertThat(sql.query(officers, row -> row.getString(1)))
        .containsExactly(RestrictedCase.NAMED + " O7");
  }

  /** The paths under which somebody is told the case's number, or its person's, in any form. */
  private Set<String> telling(Supplier<RequestSpecification> reader) throws IOException {
    Set<String> telling = new TreeSet<>();
    var paths = described().path("paths").properties();
    assertThat(paths).hasSizeGreaterThan(TELLING.size());
    for (var path : paths) {
      for (var form : forms(path.getValue().path("get"))) {
        var body = reader.get().accept(form).get(asked(path.getKey())).asByteArray();
        if (text(body).contains(restricted.id)) {
          telling.add(path.getKey());
        }
      }
    }
    return telling;
  }

  private JsonNode described() throws IOException {
    var description =
        RestrictedCase.as(TestTokens.of("auditor").unit(restricted.bureau))
            .get("/q/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return new ObjectMapper().readTree(description);
  }

  /** None where the path has nothing that reads. */
  private static List<String> forms(JsonNode read) {
    List<String> forms = new ArrayList<>();
    read.path("responses").path("200").path("content").fieldNames().forEachRemaining(forms::add);
    return read.isMissingNode() || !forms.isEmpty() ? forms : List.of("*/*");
  }

  /** How an operation has to be asked so that it would tell of the case. */
  private String asked(String path) {
    var asked =
        switch (path) {
          case "/api/v1/effects" -> RestrictedCase.effects(restricted.filed);
          case "/api/v1/search" -> path + "?q=" + beginningOfTheNumber();
          case "/api/v1/indicators/{id}/failed" ->
              "/api/v1/indicators/closed-in-time/failed?period=2026-07";
          case "/api/v1/statistics/corrections" -> path + "?from=2026-07-01&to=2026-07-02";
          case "/api/v1/indicators/{id}" -> "/api/v1/indicators/closed-in-time";
          case "/api/v1/rules/{id}", "/api/v1/rules/{id}/computation" ->
              path.replace("{id}", RestrictedCase.RULE);
          case "/api/v1/packs/{id}/calendar/{year}" ->
              "/api/v1/packs/cn-public-security/calendar/2026";
          case "/api/v1/dead-letters/{id}" -> "/api/v1/dead-letters/1";
          default ->
              path.startsWith("/api/v1/lists/") ? path.replace("{id}", "case-closing") : path;
        };
    asked =
        asked
            .replace("{caseId}", restricted.id)
            .replace("{officer}", RestrictedCase.NAMED)
            .replace("{unit}", restricted.station)
            .replace("{on}", restricted.meeting.toString())
            .replace("{day}", "2026-07-20")
            .replace("{secret}", "none")
            .replace("{id}", restricted.deadline());
    assertThat(asked).as("how %s is asked has to be said here", path).doesNotContain("{");
    return asked;
  }

  /** The answer repeats what was asked for. */
  private String beginningOfTheNumber() {
    return restricted.id.substring(0, restricted.id.length() - 1);
  }

  /** A workbook is a ZIP file. */
  private static String text(byte[] body) throws IOException {
    if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
      return new String(body, StandardCharsets.UTF_8);
    }
    var all = new ByteArrayOutputStream();
    var file = Files.createTempFile("table", ".zip");
    try {
      Files.write(file, body);
      try (var zip = new ZipFile(file.toFile())) {
        for (var entry : Collections.list(zip.entries())) {
          zip.getInputStream(entry).transferTo(all);
        }
      }
    } finally {
      Files.delete(file);
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
