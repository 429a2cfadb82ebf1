package io.caseclock.notify.signin.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who is signed in by the id of a session. */
final class SessionRequest extends BaseAuthenticationRequest {

  private final String id;

  SessionRequest(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
