package io.caseclock.kubernetes;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, as Helm sees it. */
final class Chart {

  static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  static final Path FOLDER = REPOSITORY.resolve("deploy/helm/caseclock");
  static final String RELEASE = "caseclock";

  /**
   * What the annotation {@code helm.sh/hook} is called in what is rendered here. Helm's library
   * shows no hooks, so that they are ordinary objects in the copy that it renders.
   */
  static final String HOOK = "helm.sh/hook-shown";

  private static final Path SHOWN = showingHooks(Path.of("target/chart").toAbsolutePath());
  private static final Map<ValueSet, Rendered> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** What is rendered of a set of values. */
  static Rendered rendered(ValueSet set) {
    return RENDERED.computeIfAbsent(set, wanted -> Rendered.of(template(wanted).call()));
  }

  /** The same, with something changed before. */
  static TemplateCommand template(ValueSet set) {
    return new Helm(SHOWN)
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
    var chart = copied(copy);
    Files.writeString(chart.resolve("values.yaml"), set.read().yaml(), StandardCharsets.UTF_8);
    return new Helm(chart).lint().strict().call();
  }

  private static Path showingHooks(Path folder) {
    try {
      Files.createDirectories(folder);
      var chart = copied(folder);
      var templates = chart.resolve("templates");
      try (var files = Files.list(templates)) {
        for (var file : files.toList()) {
          var text = Files.readString(file, StandardCharsets.UTF_8);
          Files.writeString(
              file, text.replace("helm.sh/hook:", HOOK + ":"), StandardCharsets.UTF_8);
        }
      }
      return chart;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copied(Path into) throws IOException {
    var chart = into.resolve("caseclock");
    delete(chart);
    try (var files = Files.walk(FOLDER)) {
      for (var file : files.toList()) {
        Files.copy(file, chart.resolve(FOLDER.relativize(file)));
      }
    }
    return chart;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
