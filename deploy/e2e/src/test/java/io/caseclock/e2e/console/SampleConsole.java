package io.caseclock.e2e.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.caseclock.e2e.Suite;
import io.caseclock.embedded.FileTree;
import io.caseclock.local.secret.LocalUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the console with the sample in it, and a browser; both are started once. */
public final class SampleConsole implements ParameterResolver {

  private static final Namespace HERE = Namespace.create(SampleConsole.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Chromium.require();
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  /** The console; closed by JUnit after the last test. */
  record Running(Suite suite, Chromium chromium, Path directory) implements AutoCloseable {

    static Running start() {
      try {
        var directory = Files.createTempDirectory("caseclock-console");
        return new Running(Suite.withSample(directory), Chromium.launch(), directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Somebody at the console, in a browser of their own. */
    Visit signedIn(String username, NewContextOptions options) {
      return new Visit(chromium.browser(), suite.stack().consoleUrl(), options)
          .open("/")
          .signIn(user(username));
    }

    Visit signedIn(String username) {
      return signedIn(username, new NewContextOptions());
    }

    private LocalUser user(String username) {
      return suite.stack().secrets().users().stream()
          .filter(user -> user.username().equals(username))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() {
      chromium.close();
      suite.close();
      FileTree.delete(directory);
    }
  }
}
