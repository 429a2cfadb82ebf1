package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors accepts what the reader accepts, and points at what it refuses. */
class RulePackSchemaTest {

  private static final String ID = "https://caseclock.io/schema/rule-pack.schema.json";
  private static final SchemaRegistry REGISTRY = registry();

  static Stream<Arguments> files() {
    return PackFiles.shippedIds().stream()
        .flatMap(
            pack ->
                PackFiles.shipped(pack).texts().keySet().stream()
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> Arguments.of(pack, file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_file_of_the_shipped_packs_fits(String pack, String file) {
    var text = Objects.requireNonNull(PackFiles.shipped(pack).texts().get(file));

    assertThat(errors(definitionOf(file), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list | {id: a}",
        "list | {id: A B, names: {zh: 甲, en: a}}",
        "list | {id: a, names: {zh: 甲, en: a}, elements: [notice]}",
        "list | {id: a, names: {zh: 甲, en: a}, findings: [mistaken]}",
        "list | {id: a, names: {zh: 甲, en: a}, shows: officers}",
        "list | {id: a, names: {zh: 甲, en: a}, training: [{id: b, names: {zh: 乙, en: b}, rules:"
            + " [c]}]}",
        "training | {id: a, names: {zh: 甲, en: a}}",
        "indicator | {id: a, names: {zh: 甲, en: a}, target: 101}",
        "indicator | {id: a, names: {zh: 甲, en: a}, target: 97.123}",
        "indicator | {id: a, names: {zh: 甲, en: a}, reads: nothing}",
        "indicator | {id: a, names: {zh: 甲, en: a}, bands: [{colour: green, from: 0}]}",
        "band | {colour: purple, from: 0}",
        "standing | {lines: []}",
        "standingLine | {id: a, names: {zh: 甲, en: a}, number: breached, per: count, most: 9}",
        "standingLine | {id: a, names: {zh: 甲, en: a}, takes: 1, per: count, most: 9}",
        "bulletins | {}",
        "bulletins | {daily: {names: {zh: 甲, en: a}, at: 8am, units: [bureau]}}",
        "bulletins | {daily: {names: {zh: 甲, en: a}, at: '08:30', units: [], most: 5}}",
        "names | {zh: 甲}",
        "names | {zh: '', en: a}",
        "term | 30 days",
        "term | 0 hours",
        "term | P30D",
        "trigger | {of: case}",
        "trigger | {event: a, of: unit}",
        "fact | {name: a, names: {zh: 甲, en: a}, values: [x], type: boolean, default: x}",
        "fact | {name: a, names: {zh: 甲, en: a}, type: boolean, default: no-idea}",
        "event | {type: a, names: {zh: 甲, en: a}, element: planet}",
        "extension | {adds: 3 months, times: 0, level: county, approvedBy: {zh: 甲, en: a}}",
        "dataSchema | {type: string, description: one, two, three: }",
        "routes | []",
        "match | {kinds: [break]}",
        "match | {severities: [severe]}",
        "match | {colour: [red]}",
        "step | {after: PT0S, tell: []}",
        "step | {after: PT0S, tell: [sheriff]}",
        "step | {after: 4 hours, tell: [officer]}",
        "step | {after: 0 working-days, tell: [officer]}",
        "step | {after: PT0S, tell: [officer], push: [E-Mail]}",
        "repeat | {every: P1D, longest: P7D, times: 0}",
        "route | {id: a, match: {}, steps: []}",
        "route | {id: a, match: {}, critical: true, digest: true, steps: [{after: PT0S, tell:"
            + " [officer]}]}",
        "route | {id: a, match: {}, issued-by: officer, steps: [{after: PT0S, tell: [officer]}]}",
        "question | {id: a, names: {zh: 甲}}",
        "question | {id: a, names: {zh: 甲, en: a}, answers: [{id: b, names: {zh: 乙, en: b}}]}",
        "answer | {id: a, names: {zh: 甲, en: a}, bad: very}",
        "task | {id: a, names: {zh: 甲, en: a}, rule: r, role: officer, done: d, questions: []}",
      })
  void a_slip_is_pointed_at(String definition, String text) {
    assertThat(errors(definition, text)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list | {id: a, names: {zh: 甲, en: a}}",
        "list | {id: a, names: {zh: 甲, en: a}, findings: [recorded, audit/venue]}",
        "indicator | {id: a, names: {zh: 甲, en: a}}",
        "indicator | {id: a, names: {zh: 甲, en: a}, target: 97.5, bands: [{colour: green, from:"
            + " 97.5}, {colour: red, from: 0}]}",
        "standingLine | {id: a, names: {zh: 甲, en: a}, number: breached, takes: 0.5, per: count,"
            + " most: 9}",
        "bulletins | {daily: {names: {zh: 甲, en: a}, at: 08:30, units: [bureau]}}",
        "term | 30 calendar-days",
        "trigger | case-filed",
        "trigger | {event: case-filed, of: case}",
        "fact | {name: a, names: {zh: 甲, en: a}, values: [x], default: x}",
        "fact | {name: a, names: {zh: 甲, en: a}, type: boolean, default: true}",
        "match | {}",
        "event | {type: plan-made, names: {zh: 甲, en: a}, element: plan}",
        "step | {after: PT4H, tell: [officer], push: [sms, email]}",
        "step | {after: P1DT12H, tell: [bureau-leader]}",
        "step | {after: 2 working-days, tell: [bureau-leader]}",
        "repeat | {every: 4 working-hours, longest: 8 working-hours, times: 3}",
        "route | {id: a, match: {}, digest: true, steps: [{after: PT0S, tell: [officer]}]}",
        "question | {id: a, names: {zh: 甲, en: a}, required: false}",
      })
  void what_is_right_is_left_alone(String definition, String text) {
    assertThat(errors(definition, text)).isEmpty();
  }

  @Test
  void the_schema_itself_is_a_schema() {
    var dialect =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(new JsonMapper().readTree(schemaText()))).isEmpty();
  }

  private static String definitionOf(String file) {
    if (file.startsWith("rules/")) {
      return "rules";
    }
    return file.startsWith("calendars/") ? "calendars" : file.replace(".yaml", "");
  }

  private static List<Error> errors(String definition, String text) {
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(ID + "#/$defs/" + definition));
    var value = YamlObject.plain(new Yaml().compose(new StringReader(text)));
    return schema.validate(new JsonMapper().valueToTree(value));
  }

  private static SchemaRegistry registry() {
    var config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).preloadSchema(true).build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder -> builder.schemaRegistryConfig(config).schemas(Map.of(ID, schemaText())));
  }

  private static String schemaText() {
    try (var in =
        Objects.requireNonNull(
            RulePackSchemaTest.class.getResourceAsStream("/schema/rule-pack.schema.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
