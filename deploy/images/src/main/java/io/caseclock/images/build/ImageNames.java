package io.caseclock.images.build;

import io.caseclock.images.ImagesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What images are called.
 *
 * @param registry what stands before the name of a service, such as {@value #IN_CHART}
 * @param tag of all
 */
public record ImageNames(String registry, String tag) {

  /** What the chart's values say as long as nobody has changed them. */
  public static final String IN_CHART = "registry.example/caseclock";

  private static final Pattern VERSION =
      Pattern.compile("^appVersion: \"?([A-Za-z0-9._-]+)\"?$", Pattern.MULTILINE);

  String of(String service) {
    return registry + "/" + service + ":" + tag;
  }

  /** Returns the tag that the chart of the repository asks for by itself. */
  public static String tagOfChart(Path repository) throws IOException {
    var chart = repository.resolve("deploy/helm/caseclock/Chart.yaml");
    var version = VERSION.matcher(Files.readString(chart, StandardCharsets.UTF_8));
    if (!version.find()) {
      throw new ImagesException("no appVersion in " + chart);
    }
    return version.group(1);
  }
}
