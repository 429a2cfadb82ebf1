package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import io.caseclock.local.archive.JoinedArchive;
import io.caseclock.local.audit.ServiceClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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
    var services = asked.at(urls);
    var part = Path.of(file + ".part");
    try {
      var kept = 0;
      try (var joined =
          new JoinedArchive(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
        for (var service : services.entrySet()) {
          kept += add(joined, service.getKey(), service.getValue(), System.out);
        }
      }
      if (kept == 0) {
        System.out.println("没有任何服务存有该案件的资料。");
        System.out.println("No service keeps anything about the case.");
        return NOTHING_KEPT;
      }
      Files.move(part, file);
      System.out.println(file);
      return 0;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private int add(JoinedArchive joined, String name, ServiceClient service, PrintStream out)
      throws IOException {
    var path =
        "/api/v1/cases/"
            + URLEncoder.encode(caseId, StandardCharsets.UTF_8).replace("+", "%20")
            + "/archive";
    var archive = Files.createTempFile("caseclock-archive", ".zip");
    try {
      if (!service.download(path, archive)) {
        out.printf("%-14s 无 nothing%n", name);
        return 0;
      }
      var files = joined.add(folder(name), archive);
      out.printf("%-14s %d 个文件 files%n", name, files);
      return files;
    } finally {
      Files.delete(archive);
    }
  }

  /** Hosts, where no name is known. */
  private static String folder(String name) {
    return name.replaceAll("^https?://|/$", "").replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
