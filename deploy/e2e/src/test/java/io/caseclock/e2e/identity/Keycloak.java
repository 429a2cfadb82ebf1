package io.caseclock.e2e.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.e2e.Suite;
import io.caseclock.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A Keycloak of its own on free loopback ports, with its data in memory. The administrator's
 * password, the secrets of the clients and the passwords of the people are made anew each time.
 */
final class Keycloak implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  /** The realm of the tests. */
  static final String REALM = "precinct";

  /** The client at which people sign in without a browser. */
  private static final String BY_HAND = "people-by-hand";

  private final int port = FreePort.any();
  private final String administrator = UUID.randomUUID().toString();
  private final String secret = UUID.randomUUID().toString();
  private final String password = UUID.randomUUID().toString();
  private final Process process;

  private Keycloak(Path directory) throws IOException {
    var home = copy(unpacked(), directory.resolve("keycloak"));
    var builder =
        new ProcessBuilder(
            "bash",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-port=" + FreePort.any());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", administrator);
    var log = directory.resolve("keycloak.log").toFile();
    process = builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  /** Begins to start, with all that it writes in that directory. */
  static Keycloak start(Path directory) {
    try {
      return new Keycloak(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpacked() throws IOException {
    var unpacked = Suite.repository().resolve("deploy/e2e/target/keycloak").toAbsolutePath();
    try (var found = Files.list(unpacked)) {
      return found.filter(it -> Files.exists(it.resolve("bin/kc.sh"))).findFirst().orElseThrow();
    }
  }

  /** A start builds parts of the program anew in place, which two at once spoil for each other. */
  private static Path copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  /** Waits until it answers, and makes the realm for a console at that address. */
  void makeRealm(URI console) {
    Awaitility.await()
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::isUp);
    var made = admin("POST", "", realm(console));
    if (made.statusCode() != 201) {
      throw new AssertionError("no realm: " + made.statusCode() + " " + made.body());
    }
  }

  private boolean isUp() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("Keycloak ended while it started");
    }
    return Web.send(Web.to(base().resolve("/realms/master"))).statusCode() == 200;
  }

  private String realm(URI console) {
    try (var text =
        Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak-realm.json"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@secret@", secret)
          .replace("@password@", password)
          .replace("@console@", console.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where the realm is, which is its issuer too. */
  URI issuer() {
    return base().resolve("/realms/" + REALM);
  }

  /** The secret of every client. */
  String secret() {
    return secret;
  }

  /** The password of all people. */
  String password() {
    return password;
  }

  /** An access token of a client for itself. */
  String token(String client) {
    return token(
        REALM,
        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
  }

  /** An access token that the realm of Keycloak's own administration makes. */
  String foreignToken() {
    return token(
        "master",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            "admin",
            "password",
            administrator));
  }

  private String token(String realm, Map<String, String> fields) {
    try {
      var address = base().resolve("/realms/" + realm + "/protocol/openid-connect/token");
      var answer = Web.send(Web.form(Web.to(address), fields));
      var token = JSON.readTree(answer.body()).path("access_token").asText();
      if (token.isEmpty()) {
        throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
      }
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What somebody gets who signs in without a browser: an access and a refresh token. */
  JsonNode signIn(String user) {
    return json(
        ofRealm("token", Map.of("grant_type", "password", "username", user, "password", password)));
  }

  /** Takes an access token back, as its client may. */
  void revoke(String client, String token) {
    changed(
        ofRealm("revoke", Map.of("client_id", client, "client_secret", secret, "token", token)));
  }

  /** Ends the session of which a refresh token is. */
  void signOut(String refreshToken) {
    changed(ofRealm("logout", Map.of("refresh_token", refreshToken)));
  }

  private HttpResponse<String> ofRealm(String operation, Map<String, String> fields) {
    try {
      var all = new HashMap<>(Map.of("client_id", BY_HAND, "client_secret", secret));
      all.putAll(fields);
      var address = base().resolve("/realms/" + REALM + "/protocol/openid-connect/" + operation);
      return Web.send(Web.form(Web.to(address), all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets how long tokens are good, in seconds. */
  void lifespan(int seconds) {
    changed(admin("PUT", "/" + REALM, "{\"accessTokenLifespan\":" + seconds + "}"));
  }

  /** Signs with a new key from now on; the earlier ones stay published. */
  void addKey(int priority) {
    changed(
        admin(
            "POST",
            "/" + REALM + "/components",
            text(
                Map.of(
                    "name",
                    "rsa-" + priority,
                    "providerId",
                    "rsa-generated",
                    "providerType",
                    "org.keycloak.keys.KeyProvider",
                    "config",
                    Map.of(
                        "priority", List.of(Integer.toString(priority)),
                        "algorithm", List.of("RS256"))))));
  }

  /** Publishes the key of that name no longer. */
  void removeKey(String name) {
    var path = "/" + REALM + "/components";
    for (var key : json(admin("GET", path + "?type=org.keycloak.keys.KeyProvider", ""))) {
      if (key.path("name").asText().equals(name)) {
        changed(admin("DELETE", path + "/" + key.path("id").asText(), ""));
        return;
      }
    }
    throw new AssertionError("there is no key " + name);
  }

  /** Shuts somebody out. */
  void disable(String user) {
    changed(admin("PUT", person(user), "{\"enabled\":false}"));
  }

  /** Ends somebody's sessions, as an administrator does. */
  void endSessions(String user) {
    changed(admin("POST", person(user) + "/logout", ""));
  }

  private String person(String user) {
    var found = json(admin("GET", "/" + REALM + "/users?exact=true&username=" + user, ""));
    return "/" + REALM + "/users/" + found.path(0).path("id").asText();
  }

  /** Leads people back to another console, too. */
  void leadTo(URI console) {
    var clients = "/" + REALM + "/clients";
    var found = json(admin("GET", clients + "?clientId=caseclock-console", "")).path(0);
    var addresses = new ArrayList<String>();
    found.path("redirectUris").forEach(address -> addresses.add(address.asText()));
    addresses.add(console.resolve("/*").toString());
    var path = clients + "/" + found.path("id").asText();
    changed(admin("PUT", path, text(Map.of("redirectUris", addresses))));
  }

  private HttpResponse<String> admin(String method, String path, String body) {
    try {
      return Web.send(
          Web.to(URI.create(base() + "/admin/realms" + path))
              .header("Authorization", "Bearer " + foreignToken())
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void changed(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError("not changed: " + answer.statusCode() + " " + answer.body());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
