package io.caseclock.intake.key.security;

import io.caseclock.intake.key.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Issues certificates by the keytool of this Java, into a file that nobody keeps. */
public final class TestAuthority {

  private static final String PASSWORD = "only-for-a-test";
  private static final String OWN = "authority";

  private final Path store;

  private TestAuthority(Path store) {
    this.store = store;
  }

  /** A new one, or the one that was made there before. */
  public static TestAuthority in(Path store) {
    var authority = new TestAuthority(store);
    if (!Files.exists(store)) {
      authority.generate(OWN, "-ext", "bc:c", "-validity", "30");
    }
    return authority;
  }

  /** A certificate of a client, of which more may be said in the words of keytool. */
  public TestCertificate client(String name, String... more) {
    return issued(name, "eku=clientAuth", more);
  }

  /** One that ended yesterday. */
  public TestCertificate endedClient(String name) {
    return client(name, "-startdate", "-10d", "-validity", "9");
  }

  public TestCertificate server(String name) {
    return issued(name, "san=ip:127.0.0.1,dns:localhost");
  }

  /** Its own, to be trusted. */
  public X509Certificate certificate() {
    return certificate(OWN);
  }

  /** A certificate with its private key. */
  public record TestCertificate(X509Certificate certificate, PrivateKey key) {

    public Fingerprint fingerprint() {
      try {
        return Fingerprint.of(certificate.getEncoded());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    public String pem() {
      return TestAuthority.pem(certificate);
    }

    public String keyPem() {
      return TestAuthority.pem("PRIVATE KEY", key.getEncoded());
    }
  }

  public static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] der) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }

  private TestCertificate issued(String name, String extension, String... more) {
    List<String> options = new ArrayList<>(List.of("-signer", OWN, "-ext", extension));
    options.addAll(List.of(more));
    generate(name, options.toArray(String[]::new));
    try {
      return new TestCertificate(
          certificate(name), (PrivateKey) read().getKey(name, PASSWORD.toCharArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate certificate(String name) {
    try {
      return (X509Certificate) read().getCertificate(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore read() {
    try {
      return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot be read: " + store, e);
    }
  }

  private void generate(String name, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(told);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
