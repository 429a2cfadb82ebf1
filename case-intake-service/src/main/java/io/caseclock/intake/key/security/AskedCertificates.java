package io.caseclock.intake.key.security;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Asks callers for a certificate where it is set who issues them; whoever has none comes in
 * without. The setting of Quarkus for this is fixed when a service is built, and has a mechanism of
 * its own that lets in every certificate of the authority, registered or not.
 */
@Singleton
public class AskedCertificates implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    if (options.getTrustOptions() != null) {
      options.setClientAuth(ClientAuth.REQUEST);
    }
  }
}
