package io.caseclock.intake.key.security;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the service speak TLS on a free port beside HTTP, and trust an authority of this run. */
public final class TlsResource implements QuarkusTestResourceLifecycleManager {

  /** The setting that tells a test where the authority is. */
  static final String AUTHORITY = "test.authority";

  private @Nullable Path folder;

  @Override
  public Map<String, String> start() {
    try {
      var made = Files.createTempDirectory("caseclock-tls-");
      folder = made;
      var store = made.resolve("authority.p12");
      var authority = TestAuthority.in(store);
      var server = authority.server();
      return Map.of(
          AUTHORITY,
          store.toString(),
          "quarkus.http.tls-configuration-name",
          "intake",
          "quarkus.http.test-ssl-port",
          "0",
          "quarkus.tls.intake.key-store.pem.server.cert",
          written(made.resolve("tls.crt"), server.pem()),
          "quarkus.tls.intake.key-store.pem.server.key",
          written(made.resolve("tls.key"), server.keyPem()),
          "quarkus.tls.intake.trust-store.pem.certs",
          written(made.resolve("ca.crt"), TestAuthority.pem(authority.certificate())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(Path file, String text) throws IOException {
    return Files.writeString(file, text, StandardCharsets.US_ASCII).toString();
  }

  @Override
  public void stop() {
    var made = folder;
    if (made == null) {
      return;
    }
    try (var files = Files.list(made)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
