package io.caseclock.local.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code --history [INSTANT]}: takes the next word only where it is an instant, so that a file may
 * follow.
 */
final class HistoryOption implements IParameterConsumer {

  /** What stands for the instant at which the load begins. */
  static final Instant NOW = Instant.MAX;

  @Override
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    var said = words.isEmpty() ? Optional.<Instant>empty() : instant(words.peek());
    said.ifPresent(instant -> words.pop());
    option.setValue(said.orElse(NOW));
  }

  private static Optional<Instant> instant(String word) {
    try {
      return Optional.of(OffsetDateTime.parse(word).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
