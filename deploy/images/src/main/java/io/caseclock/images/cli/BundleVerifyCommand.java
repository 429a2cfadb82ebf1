package io.caseclock.images.cli;

import io.caseclock.images.bundle.BundleReport;
import io.caseclock.images.bundle.BundleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that a bundle arrived as it was made. */
@Command(
    name = "verify",
    description = {
      "Proves that a bundle is whole, or names the first part that is wrong, missing or extra.",
      "Nothing is unpacked. Compare the SHA-256 that it prints with the one that was told when the"
          + " bundle was made: who can change the archive can change its list too. Ends with 0"
          + " where it is whole, 1 where it is not."
    },
    mixinStandardHelpOptions = true)
final class BundleVerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The archive.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  BundleVerifyCommand() {
    spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "no file " + file);
    }
    var out = spec.commandLine().getOut();
    var result =
        switch (BundleVerifier.verify(file)) {
          case BundleReport.Whole whole -> {
            out.printf("通过：%d 个文件齐全无误。清单的 SHA-256：%n", whole.parts());
            out.printf("Whole: %d files. SHA-256 of their list:%n", whole.parts());
            out.printf("  %s%n", whole.list());
            yield 0;
          }
          case BundleReport.Broken broken -> {
            out.printf("未通过：%s：%s。%n", broken.name(), broken.fault().zh());
            out.printf("Not whole: %s: %s.%n", broken.name(), broken.fault().en());
            yield 1;
          }
        };
    out.flush();
    return result;
  }
}
