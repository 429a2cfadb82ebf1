package io.caseclock.intake.key.rest;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;

/** Whether a certificate can open a connection as a client; who registers it learns at once. */
final class ClientUse {

  private static final List<String> CLIENT = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int SHORTEST_RSA = 2_048;
  private static final int SHORTEST_EC = 224;

  private ClientUse() {}

  /** Why it cannot; empty where nothing stands against it. */
  static Optional<String> fault(X509Certificate certificate) throws CertificateParsingException {
    var uses = certificate.getExtendedKeyUsage();
    if (uses != null && uses.stream().noneMatch(CLIENT::contains)) {
      return Optional.of("is not for clients: its extended key usage lacks clientAuth");
    }
    var usage = certificate.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE]) {
      return Optional.of("is not for clients: its key usage lacks digitalSignature");
    }
    return weakness(certificate.getPublicKey());
  }

  /** What is too weak of a key; the JDK would refuse the weakest of them in each connection. */
  static Optional<String> weakness(PublicKey key) {
    return switch (key) {
      case RSAKey rsa when rsa.getModulus().bitLength() < SHORTEST_RSA ->
          Optional.of("has a key of fewer than 2,048 bits");
      case ECKey ec when ec.getParams().getOrder().bitLength() < SHORTEST_EC ->
          Optional.of("has a key of fewer than 224 bits");
      default -> Optional.empty();
    };
  }
}
