package io.caseclock.intake.key.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import java.security.cert.X509Certificate;

/** Asks what a client certificate opens, whose private key the caller has proved to hold. */
final class CertificateAuthentication extends BaseAuthenticationRequest {

  private final X509Certificate certificate;

  CertificateAuthentication(X509Certificate certificate) {
    this.certificate = certificate;
  }

  X509Certificate certificate() {
    return certificate;
  }
}
