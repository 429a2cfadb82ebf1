package io.caseclock.intake.accept.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.postBatch;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every example of {@code docs/events.md}, as it stands there, is posted and taken. */
@QuarkusTest
@TestProfile(ExamplesOfTheDocumentTest.EveryPack.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class ExamplesOfTheDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/events.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)` \\| [^|]+ \\| `(\\{.+})` \\|.*");
  private static final String UNIT = "9901";
  private static final Set<String> DIRECTORY =
      Set.of("unit-registered", "officer-assigned", "officer-away");
  private static final int LARGEST_BATCH = 500;

  /** As many packs as the document has. */
  public static final class EveryPack implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "caseclock.packs",
          "cn-public-security,cn-community-correction,cn-court-mediation,cn-drug-rehabilitation,"
              + "cn-entry-exit,cn-guardianship-supervision,cn-litigation,cn-petition,cn-prosecution");
    }
  }

  @BeforeEach
  void units() {
    postBatch(administrator(), List.of(IntakeDoor.unit(UNIT, null))).statusCode(200);
  }

  @Test
  void every_example_is_accepted() throws IOException {
    List<Map<String, Object>> ofCases = new ArrayList<>();
    List<Map<String, Object>> ofTheDirectory = new ArrayList<>();
    for (var line : Files.readAllLines(DOCUMENT)) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        var type = row.group(1);
        var event = event(type, row.group(2));
        (DIRECTORY.contains(type) ? ofTheDirectory : ofCases).add(event);
      }
    }

    assertThat(ofTheDirectory).hasSameSizeAs(DIRECTORY);
    assertThat(ofCases).hasSizeGreaterThan(400);
    isTaken(administrator(), ofTheDirectory);
    for (var from = 0; from < ofCases.size(); from += LARGEST_BATCH) {
      var part = ofCases.subList(from, Math.min(ofCases.size(), from + LARGEST_BATCH));
      isTaken(as("precinct-system", UNIT), part);
    }
  }

  private static void isTaken(RequestSpecification as, List<Map<String, Object>> events) {
    List<Map<String, Object>> results = postBatch(as, events).extract().path("results");

    assertThat(results)
        .hasSameSizeAs(events)
        .allSatisfy(result -> assertThat(result.get("status")).isEqualTo("accepted"));
  }

  private static Map<String, Object> event(String type, String example) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", type + "-" + UUID.randomUUID());
    event.put("source", "urn:precinct:" + UNIT);
    event.put("type", type);
    event.put("time", "2026-03-02T09:00:00+08:00");
    event.putAll(Json.object(example.getBytes(StandardCharsets.UTF_8)));
    return event;
  }

  private static RequestSpecification administrator() {
    return bearer(TestTokens.of("administrator").sign());
  }
}
