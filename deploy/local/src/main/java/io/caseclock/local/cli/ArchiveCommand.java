package io.caseclock.local.cli;

import io.caseclock.attribute.Identifier;
import io.caseclock.local.StackException;
import io.caseclock.local.archive.JoinedArchive;
import io.caseclock.local.audit.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all that is kept about a case into one file. */
@Command(
    name = "archive",
    description = {
      "Writes all that the services keep about a case into one ZIP file, with a hash of each file"
          + " in it: events, deadlines, messages, notices with papers and evidence, tasks, and who"
          + " changed what.",
      "Asks the service at each URL; without URL the services of the running local stack. Ends with"
          + " 0, and with 3 where no service keeps anything about the case. See docs/archive.md."
    },
    mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {

  private static final int NOTHING_KEPT = 3;

  @Parameters(index = "0", paramLabel = "CASE", description = "The id of the case.")
  private String caseId = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The file to write; it must not be there yet.")
  private Path file = Path.of("");

  @Parameters(
      index = "2..*",
      paramLabel = "URL",
      arity = "0..*",
      description = "Where a service is; the three of the running local stack by default.")
  private List<URI> urls = List.of();

  @Mixin private AskedServices asked = new AskedServices();

  @Override
  public Integer call() throws IOException {
    if (Files.exists(file)) {
      throw new StackException("The file " + file + " is there already.");
    }
    var id =
        Identifier.read(caseId)
            .orElseThrow(reason -> new StackException("The id of the case " + reason + "."));
    var services = asked.at(urls);
    var part = Files.createTempFile(folderOf(file), "caseclock-archive", ".part");
    try {
      var kept = 0;
      try (var joined = new JoinedArchive(Files.newOutputStream(part))) {
        for (var service : services.entrySet()) {
          kept += add(joined, id, service.getKey(), service.getValue());
        }
      }
      if (kept == 0) {
        System.out.println("没有任何服务存有该案件的资料。");
        System.out.println("No service keeps anything about the case.");
        return NOTHING_KEPT;
      }
      Files.move(part, file);
      if (AskedServices.areSome(services)) {
        System.out.println("只询问了部分服务：这不是该案件的全部资料。");
        System.out.println("Not all three services were asked: there may be more about the case.");
      }
      System.out.println(file);
      return 0;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static int add(JoinedArchive joined, String id, String name, ServiceClient service)
      throws IOException {
    var path =
        "/api/v1/cases/"
            + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
            + "/archive";
    var archive = Files.createTempFile("caseclock-archive", ".zip");
    try {
      if (!service.download(path, archive)) {
        System.out.printf("%-14s 无 nothing%n", name);
        return 0;
      }
      var files = joined.add(name, id, archive);
      System.out.printf("%-14s %d 个文件 files%n", name, files);
      return files;
    } finally {
      Files.delete(archive);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
  }
}
