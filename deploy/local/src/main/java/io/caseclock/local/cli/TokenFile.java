package io.caseclock.local.cli;

import io.caseclock.local.Credential;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with a bearer token, or with an API key behind the word {@code ApiKey}. Tokens end after a
 * few minutes; whoever refreshes the file keeps a long command at work.
 */
final class TokenFile implements Credential {

  private static final String API_KEY = "ApiKey ";

  private final Path file;
  private volatile String current;

  private TokenFile(Path file, String current) {
    this.file = file;
    this.current = current;
  }

  /** Reads the file; throws {@link StackException} where it holds nothing that can be sent. */
  static TokenFile in(Path file) {
    try {
      return new TokenFile(file, header(Files.readString(file)));
    } catch (IOException e) {
      throw new StackException("The file " + file + " cannot be read.", e);
    }
  }

  /** What is no token would be shown by the error of the client that does not send it. */
  static String header(String text) {
    var word = text.strip();
    var scheme = word.startsWith(API_KEY) ? API_KEY : "Bearer ";
    var token = word.startsWith(API_KEY) ? word.substring(API_KEY.length()).strip() : word;
    if (!token.matches("[!-~]+")) {
      throw new StackException("The token is not one word of plain characters.");
    }
    return scheme + token;
  }

  @Override
  public String authorization() {
    return current;
  }

  @Override
  public boolean isRenewed(String refused) {
    read().ifPresent(found -> current = found);
    return !current.equals(refused);
  }

  @Override
  public boolean mayChange() {
    return true;
  }

  /** Empty where it is being written just now. */
  private Optional<String> read() {
    try {
      return Optional.of(header(Files.readString(file)));
    } catch (IOException | StackException e) {
      return Optional.empty();
    }
  }
}
