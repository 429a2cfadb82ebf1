package io.caseclock.intake.key.security;

import io.caseclock.intake.key.security.TestAuthority.TestCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the service speak TLS on a free port beside HTTP, and trust an authority of this run. */
public final class TlsResource implements QuarkusTestResourceLifecycleManager {

  /** The setting that tells a test where the authority is. */
  static final String AUTHORITY = "test.authority";

  /** The setting of how often files are read again; as an argument, how often that is. */
  static final String RELOAD_PERIOD = "quarkus.tls.intake.reload-period";

  private Map<String, String> arguments = Map.of();
  private static final String STORE = "authority.p12";

  private @Nullable Path folder;

  @Override
  public void init(Map<String, String> given) {
    arguments = given;
  }

  @Override
  public Map<String, String> start() {
    try {
      var made = Files.createTempDirectory("caseclock-tls-");
      folder = made;
      var authority = TestAuthority.in(made.resolve(STORE));
      var server = authority.server("server");
      Map<String, String> settings = new HashMap<>(arguments);
      settings.putAll(settings(made, authority, server));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(
      Path made, TestAuthority authority, TestCertificate server) throws IOException {
    return Map.of(
        AUTHORITY,
        made.resolve(STORE).toString(),
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
