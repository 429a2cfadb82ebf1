package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reaches services that are not of the local stack. */
final class ForeignInstallation {

  private static final String TOKEN = "CASECLOCK_TOKEN";

  private ForeignInstallation() {}

  /** The bearer token in the file, or where none is named in the environment. */
  static String token(@Nullable Path file) {
    if (file != null) {
      try {
        return sound(Files.readString(file).strip());
      } catch (IOException e) {
        throw new StackException("The file " + file + " cannot be read.", e);
      }
    }
    return Optional.ofNullable(System.getenv(TOKEN))
        .map(text -> sound(text.strip()))
        .orElseThrow(
            () -> new StackException("No token: name a --token-file or set " + TOKEN + "."));
  }

  /** What is no token would be shown by the error of the client that does not send it. */
  private static String sound(String token) {
    if (!token.matches("[!-~]+")) {
      throw new StackException("The token is not one word of plain characters.");
    }
    return token;
  }

  /** A service is at the root of its host. */
  static URI root(URI address) {
    if (!address.toString().matches("https?://[^/?#@]+/?") || address.getHost() == null) {
      throw new StackException("Not an address such as https://intake.example:8081/: " + address);
    }
    return address.resolve("/");
  }
}
