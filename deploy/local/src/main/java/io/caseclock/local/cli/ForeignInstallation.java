package io.caseclock.local.cli;

import io.caseclock.local.Credential;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reaches services that are not of the local stack. */
final class ForeignInstallation {

  private static final String TOKEN = "CASECLOCK_TOKEN";
  private static final String BEARER = "Bearer ";
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  private ForeignInstallation() {}

  /** Whether one is named, in the file or in the environment. */
  static boolean hasToken(@Nullable Path file) {
    return file != null || System.getenv(TOKEN) != null;
  }

  /** The bearer token in the file, or where none is named in the environment. */
  static String token(@Nullable Path file) {
    return tokenCredential(file).authorization().substring(BEARER.length());
  }

  /** A bearer token, which is read again when it was refused. */
  static Credential tokenCredential(@Nullable Path file) {
    var credential = credential(file);
    if (!isToken(credential)) {
      throw new StackException("An API key is for posting events alone; a token is needed here.");
    }
    return credential;
  }

  /** Whether it opens more than intake, which an API key does not. */
  static boolean isToken(Credential credential) {
    return credential.authorization().startsWith(BEARER);
  }

  /**
   * What is in the file, read again when it was refused, or what is in the environment: a token or
   * an API key.
   */
  static Credential credential(@Nullable Path file) {
    return named(file)
        .orElseThrow(
            () -> new StackException("No token: name a --token-file or set " + TOKEN + "."));
  }

  /** The same; empty where nothing was named. */
  static Optional<Credential> named(@Nullable Path file) {
    if (file != null) {
      return Optional.of(TokenFile.in(file));
    }
    return Optional.ofNullable(System.getenv(TOKEN))
        .map(text -> new Credential.Fixed(TokenFile.header(text)));
  }

  /** The local stack's own token goes to no other machine. */
  static void refuseLocalToken(URI address) {
    if (!isLoopback(address)) {
      throw new StackException(
          "本机演示环境的令牌只用于本机。发往 %s 请用 --token-file 文件 或环境变量 %s 指明该系统的令牌。".formatted(address, TOKEN)
              + "\nThe local stack's token is for this machine alone. For %s name a token of that"
                  .formatted(address)
              + " installation: --token-file FILE, or "
              + TOKEN
              + ".");
    }
  }

  private static boolean isLoopback(URI address) {
    var host = String.valueOf(address.getHost());
    return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[::1\\]");
  }

  /** A service is at the root of its host. */
  static URI root(URI address) {
    if (!address.toString().matches("https?://[^/?#@]+/?") || address.getHost() == null) {
      throw new StackException("Not an address such as https://intake.example:8081/: " + address);
    }
    return address.resolve("/");
  }

  /** Where nobody takes a connection, that is said at once, and nothing is sent. */
  static void requireListening(URI address) {
    var usual = address.getScheme().equals("https") ? 443 : 80;
    var port = address.getPort() < 0 ? usual : address.getPort();
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), port), (int) LONGEST_CONNECT.toMillis());
    } catch (IOException e) {
      throw new StackException(
          "%s 无法连接，未发送任何内容：%s%nNobody answers at %s, and nothing was sent: %s"
              .formatted(address, e, address, e),
          e);
    }
  }
}
