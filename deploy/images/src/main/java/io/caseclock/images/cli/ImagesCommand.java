package io.caseclock.images.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds the images of the services into a folder. */
@Command(
    name = "images",
    description = {
      "Builds the image of each service as an OCI archive DIR/SERVICE.tar, without a container"
          + " engine, and tells its digest.",
      "User, ports, entry point, environment and labels are those of the service's Containerfile."
          + " The same input gives the same digest. See docs/offline.md."
    },
    mixinStandardHelpOptions = true)
final class ImagesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "Where the archives go; files there are replaced.")
  private Path folder = Path.of("");

  @Mixin private ImageOptions options = new ImageOptions();

  @Spec private CommandSpec spec;

  ImagesCommand() {
    spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    for (var image : options.of(ImageOptions.repository()).buildInto(folder)) {
      out.printf("%s  %s%n  %s%n", image.file(), image.name(), image.digest());
    }
    out.flush();
    return 0;
  }
}
