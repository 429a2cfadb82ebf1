package io.caseclock.notify.signin.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider that signs everybody in as the same supervisor. */
public class Provider implements QuarkusTestResourceLifecycleManager {

  /** What is said of every token that is asked about. */
  enum Said {
    ACTIVE(200, "{\"active\":true}"),
    REVOKED(200, "{\"active\":false}"),
    NOTHING(500, "{}");

    private final int status;
    private final String json;

    Said(int status, String json) {
      this.status = status;
      this.json = json;
    }
  }

  static volatile Said said = Said.ACTIVE;

  private static final String CLIENT = "console";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final InfrastructureResource infrastructure = new InfrastructureResource();
  private final Map<String, String> more;
  private @Nullable HttpServer server;

  public Provider() {
    this(Map.of());
  }

  Provider(Map<String, String> more) {
    this.more = more;
  }

  @Override
  public void init(Map<String, String> arguments) {
    infrastructure.init(arguments);
  }

  @Override
  public Map<String, String> start() {
    var configuration = new HashMap<>(infrastructure.start());
    configuration.remove("quarkus.oidc.public-key");
    for (var profile : new String[] {"", "%test."}) {
      configuration.put(profile + "quarkus.oidc.application-type", "hybrid");
    }
    configuration.put("quarkus.oidc.auth-server-url", open());
    configuration.put("quarkus.oidc.client-id", CLIENT);
    configuration.put("quarkus.oidc.credentials.secret", "not-a-real-secret-of-thirty-two-letters");
    configuration.put("quarkus.oidc.token.audience", "any");
    configuration.put("quarkus.oidc.token.issuer", "any");
    configuration.put("quarkus.oidc.authentication.java-script-auto-redirect", "false");
    configuration.put("quarkus.oidc.logout.path", "/sign-out");
    configuration.put("quarkus.oidc.logout.post-logout-path", "/signed-out");
    configuration.putAll(more);
    return configuration;
  }

  private String open() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var opened = HttpServer.create(loopback, 0);
      var url = "http://127.0.0.1:" + opened.getAddress().getPort();
      answer(opened, "/.well-known/openid-configuration", () -> description(url));
      answer(opened, "/keys", Provider::keys);
      answer(opened, "/token", Provider::tokens);
      opened.createContext("/introspect", exchange -> send(exchange, said.status, said.json));
      opened.start();
      server = opened;
      return url;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpServer server, String path, Supplier<String> json) {
    server.createContext(path, exchange -> send(exchange, 200, json.get()));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String description(String url) {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","introspection_endpoint":"%1$s/introspect","end_session_endpoint":"%1$s/end-session",
     "response_types_supported":["code"],"subject_types_supported":["public"],
     "id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(url);
  }

  /** Other ones each time, so that no earlier answer about one counts. */
  private static String tokens() {
    var id = Integer.toString(COUNT.incrementAndGet());
    var chief = TestTokens.of("supervisor").name("chief").unit("D01").officer("S1");
    var token = chief.claim("jti", id).sign();
    return "{\"token_type\":\"Bearer\",\"expires_in\":300,\"access_token\":\"%1$s\",\"id_token\":\"%1$s\"}"
        .formatted(token);
  }

  private static String keys() {
    try {
      var encoded = Base64.getDecoder().decode(TestTokens.publicKey());
      var key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
      return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"test\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
          .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the test key cannot be read", e);
    }
  }

  /** Without the sign byte that Java puts before a number whose first bit is set. */
  private static String number(BigInteger value) {
    var bytes = value.toByteArray();
    var plain = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
    infrastructure.stop();
  }
}
