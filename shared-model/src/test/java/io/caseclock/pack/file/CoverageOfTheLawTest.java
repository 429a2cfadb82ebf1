package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of coverage says of each provision what the shipped packs say, and nothing else. */
class CoverageOfTheLawTest {

  private static final Path PAGE = Path.of("../docs/legal/coverage.md");
  private static final String INTERNAL = "单位内部管理要求（可配置，非法定）";
  private static final Pattern NAMED = Pattern.compile("`([^`]*)`");
  private static final List<Rule> RULES =
      Packs.load(PackFiles.shippedIds()).stream().flatMap(pack -> pack.rules().stream()).toList();
  private static final List<Row> ROWS = rows();

  /**
   * One line of a table.
   *
   * @param text the heading that it stands under: a law and its version
   * @param reading the rule and its name, or a reason
   */
  private record Row(String text, String article, String period, String reading) {

    boolean isOfARule() {
      return reading.startsWith("`");
    }

    List<String> named() {
      return NAMED.matcher(reading).results().map(found -> found.group(1)).toList();
    }

    String provision() {
      return provisionOf(text, article, named().getFirst());
    }
  }

  @Test
  void every_provision_that_a_shipped_rule_rests_on_has_its_row() {
    assertThat(provisionsOfRows()).containsAll(provisionsOfRules());
  }

  @Test
  void no_row_rests_a_rule_on_what_it_does_not_rest_on() {
    assertThat(provisionsOfRules()).containsAll(provisionsOfRows());
  }

  @Test
  void every_row_has_a_rule_or_a_reason() {
    assertThat(ROWS)
        .hasSizeGreaterThan(RULES.size())
        .allSatisfy(
            row -> {
              assertThat(row.article()).isNotBlank();
              assertThat(row.period()).isNotBlank();
              assertThat(row.isOfARule() || row.reading().endsWith(".")).as("%s", row).isTrue();
            });
  }

  @Test
  void no_row_names_a_rule_that_no_shipped_pack_has() {
    var ids = RULES.stream().map(Rule::id).collect(Collectors.toSet());

    assertThat(ROWS).allSatisfy(row -> assertThat(ids).containsAll(row.named()));
  }

  private static Set<String> provisionsOfRows() {
    return ROWS.stream().filter(Row::isOfARule).map(Row::provision).collect(Collectors.toSet());
  }

  private static Set<String> provisionsOfRules() {
    return RULES.stream().flatMap(CoverageOfTheLawTest::provisions).collect(Collectors.toSet());
  }

  private static Stream<String> provisions(Rule rule) {
    return rule.versions().stream()
        .flatMap(version -> version.basis().stream())
        .filter(basis -> !basis.law().equals(INTERNAL))
        .map(basis -> provisionOf(heading(basis), basis.article(), rule.id()));
  }

  private static String heading(LegalBasis basis) {
    return basis.law() + " · " + Objects.requireNonNullElse(basis.version(), "");
  }

  private static String provisionOf(String text, String article, String rule) {
    return text + " | " + article + " | " + rule;
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    var text = "";
    for (var line : lines()) {
      var cells = line.split(" \\| ", -1);
      if (line.startsWith("### ")) {
        text = line.substring(4);
      } else if (!text.isEmpty() && cells.length == 3 && !line.startsWith("| Article")) {
        var reading = cells[2].substring(0, cells[2].lastIndexOf(" |"));
        rows.add(new Row(text, cells[0].substring(2), cells[1], reading));
      }
    }
    return rows.stream().filter(row -> !row.article().startsWith("---")).toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + PAGE, e);
    }
  }
}
