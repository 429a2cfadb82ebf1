package io.caseclock.intake.key.rest;

import io.caseclock.attribute.Reading;
import io.caseclock.intake.key.Fingerprint;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client certificate that a request names: in PEM, or by its fingerprint alone. Nothing else of
 * it is kept than the fingerprint.
 */
final class NamedCertificate {

  static final String CERTIFICATE = "certificate";
  static final String FINGERPRINT = "fingerprint";

  private static final int LONGEST = 16 * 1024;
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN CERTIFICATE-----\\r"
              + "?\\n"
              + "([A-Za-z0-9+/=\\r"
              + "\\n"
              + "]+)-----END CERTIFICATE-----\\s*");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
  private static final Reading<Fingerprint> NO_CERTIFICATE =
      Reading.refused("holds no X.509 certificate");

  private NamedCertificate() {}

  /** Null where none is named, and where it is refused; then a violation is added. */
  static @Nullable Fingerprint read(
      Map<String, Object> members, Instant now, List<Violation> faults) {
    if (members.containsKey(CERTIFICATE) && members.containsKey(FINGERPRINT)) {
      faults.add(new Violation("/" + FINGERPRINT, "is told by the certificate; send one of both"));
      return null;
    }
    if (members.containsKey(FINGERPRINT)) {
      var reading =
          members.get(FINGERPRINT) instanceof String text
              ? Fingerprint.read(text)
              : Reading.<Fingerprint>refused("must be a text");
      return RequestFaults.sound(reading, "/" + FINGERPRINT, faults);
    }
    return members.containsKey(CERTIFICATE)
        ? RequestFaults.sound(pem(members.get(CERTIFICATE), now), "/" + CERTIFICATE, faults)
        : null;
  }

  private static Reading<Fingerprint> pem(@Nullable Object text, Instant now) {
    if (text instanceof String pem && pem.length() <= LONGEST) {
      var block = PEM.matcher(pem);
      if (block.matches()) {
        return der(LINE_BREAK.matcher(block.group(1)).replaceAll(""), now);
      }
    }
    return Reading.refused(
        "must be one certificate in PEM, without its private key and without others, of "
            + LONGEST
            + " characters at most");
  }

  private static Reading<Fingerprint> der(String base64, Instant now) {
    try {
      var der = Base64.getDecoder().decode(base64);
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
      return read instanceof X509Certificate certificate
              && Arrays.equals(certificate.getEncoded(), der)
          ? ofClient(certificate, der, now)
          : NO_CERTIFICATE;
    } catch (IllegalArgumentException | CertificateException e) {
      return NO_CERTIFICATE;
    }
  }

  private static Reading<Fingerprint> ofClient(X509Certificate certificate, byte[] der, Instant now)
      throws CertificateException {
    if (certificate.getBasicConstraints() >= 0) {
      return Reading.refused("is the certificate of an authority, not of a client");
    }
    if (!certificate.getNotAfter().toInstant().isAfter(now)) {
      return Reading.refused("has ended");
    }
    return ClientUse.fault(certificate)
        .<Reading<Fingerprint>>map(Reading::refused)
        .orElseGet(() -> Reading.sound(Fingerprint.of(der)));
  }
}
