package io.caseclock.kubernetes;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, as Helm sees it. */
final class Chart {

  static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  static final Path FOLDER = REPOSITORY.resolve("deploy/helm/caseclock");
  static final String RELEASE = "caseclock";

  private static final Map<ValueSet, Rendered> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** What is rendered of a set of values. */
  static Rendered rendered(ValueSet set) {
    return RENDERED.computeIfAbsent(set, wanted -> Rendered.of(template(wanted).call()));
  }

  /** The same, with something changed before. */
  static TemplateCommand template(ValueSet set) {
    return new Helm(FOLDER)
        .template()
        .withName(RELEASE)
        .withNamespace("caseclock")
        .withKubeVersion("1.35.0")
        .withValuesFile(set.file());
  }

  /**
   * Lints strictly, with the set in the place of the chart's own values: Helm lints with these.
   *
   * @param copy an empty folder
   */
  static LintResult lint(ValueSet set, Path copy) throws IOException {
    var chart = copy.resolve("caseclock");
    try (var files = Files.walk(FOLDER)) {
      for (var file : files.toList()) {
        Files.copy(file, chart.resolve(FOLDER.relativize(file)));
      }
    }
    Files.writeString(chart.resolve("values.yaml"), set.read().yaml(), StandardCharsets.UTF_8);
    return new Helm(chart).lint().strict().call();
  }
}
