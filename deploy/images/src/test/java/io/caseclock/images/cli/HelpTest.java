package io.caseclock.images.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The texts that {@code ./caseclock COMMAND --help} prints before anything is built. */
class HelpTest {

  private static final Path TEXTS = Path.of("..", "local", "help");
  private static final Path WRITTEN = Path.of("target", "help");

  @ParameterizedTest
  @ValueSource(strings = {"images", "bundle", "bundle verify"})
  void the_texts_are_what_the_commands_say_of_themselves(String name) throws IOException {
    CommandLine command = ImagesCli.commands();
    for (var word : name.split(" ")) {
      command = Objects.requireNonNull(command.getSubcommands().get(word));
    }
    var said = command.getUsageMessage(Ansi.OFF);
    var file = name.replace(' ', '-') + ".txt";
    Files.createDirectories(WRITTEN);
    Files.writeString(WRITTEN.resolve(file), said);

    assertThat(TEXTS.resolve(file))
        .as("copy deploy/images/target/help to deploy/local/help")
        .hasContent(said);
  }
}
