package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The texts that {@code ./caseclock COMMAND --help} prints before anything is built. */
class HelpTest {

  private static final Path TEXTS = Path.of("help");
  private static final Path WRITTEN = Path.of("target", "help");

  /** What the script does by itself or by {@code deploy/images}, which holds its own texts. */
  private static final Set<String> SCRIPTS =
      Set.of("test", "fmt", "bench", "images", "bundle", "bundle-verify");

  @Test
  void the_texts_are_what_the_commands_say_of_themselves() throws IOException {
    var said = new TreeMap<String, String>();
    collect("", CaseClockCli.commands(), said);
    write(said);

    assertThat(texts()).as("copy deploy/local/target/help to deploy/local/help").isEqualTo(said);
  }

  private static void collect(String prefix, CommandLine command, Map<String, String> said) {
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              said.put(prefix + name, subcommand.getUsageMessage(Ansi.OFF));
              collect(prefix + name + "-", subcommand, said);
            });
  }

  private static void write(Map<String, String> said) throws IOException {
    Files.createDirectories(WRITTEN);
    for (var text : said.entrySet()) {
      Files.writeString(WRITTEN.resolve(text.getKey() + ".txt"), text.getValue());
    }
  }

  private static Map<String, String> texts() throws IOException {
    try (var files = Files.list(TEXTS)) {
      return files
          .filter(file -> !SCRIPTS.contains(name(file)))
          .collect(Collectors.toMap(HelpTest::name, HelpTest::text, (a, b) -> a, TreeMap::new));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".txt", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
