package io.caseclock.intake.key.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.intake.key.security.TestAuthority.TestCertificate;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.util.Throwables;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others come to lie in the place of while the service runs. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
@WithTestResource(
    value = TlsResource.class,
    initArgs = @ResourceArg(name = TlsResource.RELOAD_PERIOD, value = "1s"))
class RenewedCertificateTest {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  @TestHTTPResource(value = "/", tls = true)
  URI door = URI.create("");

  @Inject TlsConfigurationRegistry registry;

  private final Path store =
      Path.of(ConfigProvider.getConfig().getValue(TlsResource.AUTHORITY, String.class));
  private final TestAuthority authority = TestAuthority.in(store);

  @Test
  void a_renewed_certificate_is_shown_without_a_restart() throws IOException {
    var renewed = authority.server("renewed");

    replace("tls.key", renewed.keyPem());
    replace("tls.crt", renewed.pem());

    await().atMost(LONG_ENOUGH).until(() -> shown().equals(renewed.certificate()));
  }

  @Test
  void a_file_that_holds_no_certificate_leaves_the_one_before() throws Exception {
    var before = shown();
    var file = Files.readString(store.resolveSibling("tls.crt"));

    replace("tls.crt", "-----BEGIN CERTIFICATE-----\n");
    var isRead = registry.get("intake").orElseThrow().reload();

    assertThat(isRead).isFalse();
    assertThat(shown()).isEqualTo(before);
    replace("tls.crt", file);
  }

  @Test
  void a_renewed_authority_is_trusted_beside_the_one_before_and_then_alone(@TempDir Path elsewhere)
      throws Exception {
    var next = TestAuthority.in(elsewhere.resolve("next.p12"));
    var ofNext = next.client("precinct-of-next");
    var ofFormer = authority.client("precinct-of-former");
    assertThat(isLetIn(ofNext)).isFalse();
    var former = TestAuthority.pem(authority.certificate());

    replace("ca.crt", former + TestAuthority.pem(next.certificate()));
    await().atMost(LONG_ENOUGH).until(() -> isLetIn(ofNext));
    assertThat(isLetIn(ofFormer)).isTrue();

    replace("ca.crt", TestAuthority.pem(next.certificate()));
    await().atMost(LONG_ENOUGH).until(() -> !isLetIn(ofFormer));
    assertThat(isLetIn(ofNext)).isTrue();
  }

  private void replace(String name, String text) throws IOException {
    var file = Files.writeString(store.resolveSibling("next"), text, StandardCharsets.US_ASCII);
    Files.move(file, store.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private Certificate shown() {
    return await()
        .atMost(LONG_ENOUGH)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> asked(null).sslSession().orElseThrow().getPeerCertificates()[0], any -> true);
  }

  private boolean isLetIn(TestCertificate certificate) {
    return await()
        .atMost(LONG_ENOUGH)
        .until(() -> answer(certificate), Optional::isPresent)
        .orElseThrow();
  }

  /**
   * Empty where the connection came just while the files were read, which drops it: neither let in
   * nor refused.
   */
  private Optional<Boolean> answer(TestCertificate certificate) throws InterruptedException {
    try {
      asked(certificate);
      return Optional.of(true);
    } catch (IOException e) {
      return Throwables.getStackTrace(e).contains("fatal alert")
          ? Optional.of(false)
          : Optional.empty();
    }
  }

  /** With a handshake of its own. */
  private HttpResponse<String> asked(@Nullable TestCertificate certificate)
      throws IOException, InterruptedException {
    try (var caller =
        TlsCaller.with(certificate, authority.certificate(), door, Version.HTTP_1_1)) {
      return caller.get("/api/v1/event-types");
    }
  }
}
