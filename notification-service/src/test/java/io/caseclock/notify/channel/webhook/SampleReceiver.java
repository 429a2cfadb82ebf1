package io.caseclock.notify.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caseclock.wire.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code docs/clients/receive_notifications.py}, running as its head says. */
final class SampleReceiver implements AutoCloseable {

  private static final Path PROGRAM = Path.of("../docs/clients/receive_notifications.py");
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final URI url;
  private final Path printed;

  private SampleReceiver(Process process, URI url, Path printed) {
    this.process = process;
    this.url = url;
    this.printed = printed;
  }

  /**
   * Starts it; what it has seen and printed is kept in the folder. Skips the test where there is no
   * Python.
   */
  static SampleReceiver start(Path folder, String secret) throws IOException {
    assumeTrue(isThere("python3"), "python3 is not on the path");
    var printed = folder.resolve("printed.ndjson");
    var builder = new ProcessBuilder("python3", PROGRAM.toAbsolutePath().toString(), "0");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
    builder.environment().put("CASECLOCK_SECRET", secret);
    builder.environment().put("CASECLOCK_SEEN", folder.resolve("seen.db").toString());
    var process = builder.start();
    return new SampleReceiver(process, url(process.errorReader(UTF_8)), printed);
  }

  private static URI url(BufferedReader said) throws IOException {
    var line = String.valueOf(said.readLine());
    if (!line.startsWith(LISTENING)) {
      throw new AssertionError("it does not listen: " + line);
    }
    return URI.create("http://127.0.0.1:" + line.substring(LISTENING.length()) + "/");
  }

  URI url() {
    return url;
  }

  /** The ids of all events that were taken, in the order in which they came. */
  List<String> taken() throws IOException {
    return Files.readAllLines(printed).stream()
        .map(line -> text(Json.object(line.getBytes(UTF_8))))
        .toList();
  }

  private static String text(Map<String, Object> event) {
    return String.valueOf(event.get("id"));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
