package io.caseclock.intake.key.security;

import io.caseclock.intake.key.KeySecret;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks what a key opens. */
final class ApiKeyAuthentication extends BaseAuthenticationRequest {

  private final String id;
  private final KeySecret secret;

  ApiKeyAuthentication(String id, KeySecret secret) {
    this.id = id;
    this.secret = secret;
  }

  String id() {
    return id;
  }

  KeySecret secret() {
    return secret;
  }
}
