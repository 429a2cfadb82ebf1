package io.caseclock.images.cli;

import io.caseclock.images.build.BaseImage;
import io.caseclock.images.build.ImageNames;
import io.caseclock.images.build.ServiceImages;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How images are made. */
final class ImageOptions {

  @Option(
      names = "--base",
      paramLabel = "FILE|NAME",
      description =
          "What the images begin with, a Java runtime of 21 or newer: an archive in the layout of"
              + " OCI or of docker save, with which nothing is fetched, or a name in a registry. By"
              + " default the name in each service's Containerfile.")
  private @Nullable String base;

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description =
          "Where the folders of TrueType fonts are that the Containerfiles name"
              + " (/usr/share/fonts/truetype).")
  private Path fonts = ServiceImages.SYSTEM_FONTS;

  @Option(
      names = "--registry",
      paramLabel = "PREFIX",
      description = "What stands before the name of a service (" + ImageNames.IN_CHART + ").")
  private String registry = ImageNames.IN_CHART;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "The tag of the images; the chart's appVersion by default.")
  private @Nullable String tag;

  ServiceImages of(Path repository) throws IOException {
    return new ServiceImages(
        repository,
        fonts,
        new ImageNames(registry, tag == null ? ImageNames.tagOfChart(repository) : tag),
        base == null ? new BaseImage.Named() : BaseImage.of(base));
  }

  /** The repository that the commands speak of. */
  static Path repository() {
    return Path.of(System.getProperty("caseclock.root", "")).toAbsolutePath().normalize();
  }
}
