package io.caseclock.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.secret.LocalRole;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell in which somebody types the commands of a document, one block after the other, in a
 * folder that looks like the repository. The ports of the document are those of the suite.
 */
final class TypedCommands implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "end-of-the-block";

  private final Process shell;
  private final BufferedWriter typed;
  private final BufferedReader shown;
  private final Suite suite;

  private TypedCommands(Process shell, Suite suite) {
    this.shell = shell;
    this.suite = suite;
    typed = shell.outputWriter(UTF_8);
    shown = shell.inputReader(UTF_8);
  }

  static TypedCommands in(Path folder, Suite suite) throws IOException {
    var token = suite.stack().token(LocalRole.PRECINCT_SYSTEM);
    var caseclock = folder.resolve("caseclock");
    Files.writeString(
        caseclock,
        """
        #!/bin/sh
        [ "$*" = "token precinct-system 9901" ] && exec printenv SUITE_TOKEN
        echo "not a command of the document: $*" >&2
        exit 2
        """);
    Files.setPosixFilePermissions(caseclock, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(
        folder.resolve("docs"), Suite.repository().resolve("docs").toAbsolutePath());
    var builder = new ProcessBuilder("bash").directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("SUITE_TOKEN", token);
    return new TypedCommands(builder.start(), suite);
  }

  /** Types a block; returns the JSON documents that were shown, whatever stands between them. */
  List<JsonNode> type(String block) throws IOException {
    typed.write(onTheSuite(block) + "\necho; echo " + END + "\n");
    typed.flush();
    var text = new StringBuilder();
    for (var line = shown.readLine(); !END.equals(line); line = shown.readLine()) {
      if (line == null) {
        throw new AssertionError("the shell ended after: " + text);
      }
      text.append(line.replaceFirst("^\\d{3} ", "")).append('\n');
    }
    List<JsonNode> documents = new ArrayList<>();
    JSON.readerFor(JsonNode.class)
        .<JsonNode>readValues(text.toString())
        .forEachRemaining(documents::add);
    return documents;
  }

  private String onTheSuite(String block) {
    var stack = suite.stack();
    return block
        .replace("localhost:8081", "127.0.0.1:" + stack.intakeUrl().getPort())
        .replace("localhost:8082", "127.0.0.1:" + stack.monitorUrl().getPort());
  }

  @Override
  public void close() {
    shell.destroy();
    shell.onExit().join();
  }
}
