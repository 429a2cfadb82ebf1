package io.caseclock.e2e;

import io.caseclock.embedded.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives stories that disturb nobody one running suite, started once. A story that kills a process
 * or needs the time to itself starts a suite of its own.
 */
public final class SharedSuite implements ParameterResolver {

  private static final Namespace HERE = Namespace.create(SharedSuite.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Suite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
        .suite();
  }

  /** Closed by JUnit after the last test. */
  record Running(Suite suite, Gateway gateway, Path directory) implements AutoCloseable {

    static Running start() {
      try {
        var directory = Files.createTempDirectory("caseclock-stories");
        var gateway = Gateway.taking();
        var suite = Suite.start(directory, options -> gateway.told(options, Roster.STATION));
        return new Running(suite, gateway, directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      suite.close();
      gateway.close();
      FileTree.delete(directory);
    }
  }
}
