package io.caseclock.intake.key.security;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.key.security.TestAuthority.TestCertificate;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A precinct system that speaks TLS: trusts the authority, and shows a certificate or none. */
final class TlsCaller implements AutoCloseable {

  private final HttpClient client;
  private final URI base;
  private final Map<String, String> headers;

  private TlsCaller(HttpClient client, URI base, Map<String, String> headers) {
    this.client = client;
    this.base = base;
    this.headers = headers;
  }

  static TlsCaller with(
      @Nullable TestCertificate shown,
      X509Certificate trusted,
      URI base,
      HttpClient.Version version) {
    var context = context(shown, trusted);
    return new TlsCaller(
        HttpClient.newBuilder().version(version).sslContext(context).build(), base, Map.of());
  }

  /** The same one on the same connection, who sends a header more. */
  TlsCaller sending(String header, String value) {
    return new TlsCaller(client, base, Map.of(header, value));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  HttpResponse<String> post(Map<String, Object> event) throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(base.resolve(IntakeDoor.EVENTS))
            .header("Content-Type", "application/cloudevents+json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.text(event))));
  }

  private HttpResponse<String> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
  }

  private static SSLContext context(@Nullable TestCertificate shown, X509Certificate trusted) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("trusted", trusted);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(
          shown == null ? null : new KeyManager[] {new Shown(shown)},
          trust.getTrustManagers(),
          null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows the certificate to whoever asks, also where another authority is asked for. */
  private static final class Shown extends X509ExtendedKeyManager {

    private static final String ALIAS = "shown";
    private final TestCertificate shown;

    Shown(TestCertificate shown) {
      this.shown = shown;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return ALIAS;
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
      return ALIAS;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {shown.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return shown.key();
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }
  }
}
