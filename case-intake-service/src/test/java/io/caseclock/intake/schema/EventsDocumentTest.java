package io.caseclock.intake.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.intake.schema.wire.JsonSchemaCheck;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} has every type that may be posted, and says of each what is so. */
class EventsDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/events.md");
  private static final Path WRITTEN = Path.of("target/events.md");
  private static final String FIRST = "cn-public-security";
  private static final int LARGEST = 200 * 1024;

  private static final List<Pack> PACKS =
      Stream.concat(
              Stream.of(FIRST), PackFiles.shippedIds().stream().filter(id -> !id.equals(FIRST)))
          .map(id -> PackReader.require(PackFiles.shipped(id)))
          .toList();

  private final EventCatalogue catalogue = new EventCatalogue(PACKS);
  private final EventsDocument document = new EventsDocument(PACKS);
  private final DataCheck schemas = new JsonSchemaCheck(catalogue.types());

  @Test
  void it_is_what_the_packs_say() throws IOException {
    var right = document.text();
    Files.writeString(WRITTEN, right);

    assertThat(Files.readString(DOCUMENT))
        .as("write it anew: cp case-intake-service/target/events.md docs/events.md")
        .isEqualTo(right);
    assertThat(right.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
  }

  @Test
  void every_type_of_a_pack_that_is_posted_has_an_example() {
    var declared =
        PACKS.stream()
            .flatMap(pack -> pack.eventTypes().values().stream())
            .filter(type -> !List.of("notice", "plan").contains(type.element()))
            .map(type -> type.type())
            .toList();

    assertThat(document.examples())
        .extracting(example -> example.type().type())
        .hasSizeGreaterThan(400)
        .doesNotHaveDuplicates()
        .containsAll(declared);
  }

  @Test
  void each_example_is_as_its_schema_says() {
    assertThat(document.examples())
        .allSatisfy(
            example -> assertThat(schemas.violations(example.type(), example.data())).isEmpty());
  }

  /** So that an example that a schema could not refuse is found. */
  @Test
  void without_a_member_in_bold_none_is() {
    assertThat(document.examples())
        .allSatisfy(
            example -> {
              for (var name : EventExample.required(example.type())) {
                var lacking = new LinkedHashMap<>(example.data());
                assertThat(lacking.remove(name)).as(name).isNotNull();
                assertThat(schemas.violations(example.type(), lacking)).isNotEmpty();
              }
            });
  }
}
