package io.caseclock.images.cli;

import io.caseclock.images.Scratch;
import io.caseclock.images.bundle.BundleContent;
import io.caseclock.images.bundle.BundleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the archive for a site without the internet. */
@Command(
    name = "bundle",
    description = {
      "Makes one archive for a site without the internet: the images, the Helm chart, the Compose"
          + " file, the rule packs, the documents, and a list of checksums.",
      "Tell the site the SHA-256 that it prints on another way than the archive. See"
          + " docs/offline.md."
    },
    mixinStandardHelpOptions = true,
    subcommands = {BundleVerifyCommand.class})
final class BundleCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The archive; one from before is replaced.")
  private @Nullable Path file;

  @Mixin private ImageOptions options = new ImageOptions();

  @Spec private CommandSpec spec;

  BundleCommand() {
    spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws IOException {
    var bundle = file;
    if (bundle == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
    }
    var out = spec.commandLine().getOut();
    var repository = ImageOptions.repository();
    var images = options.of(repository);
    try (var scratch = new Scratch(Objects.requireNonNull(bundle.toAbsolutePath().getParent()))) {
      for (var image : images.buildInto(scratch.folder())) {
        out.printf("%s%n  %s%n", image.name(), image.digest());
      }
      var parts = BundleContent.of(repository, scratch.folder(), images.services());
      var list = BundleWriter.write(parts, bundle);
      out.printf("%s: %d files; SHA-256 of their list:%n  %s%n", bundle, parts.size(), list);
    }
    out.flush();
    return 0;
  }
}
