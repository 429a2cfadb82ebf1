package io.caseclock.e2e.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.e2e.CloudEvents;
import io.caseclock.e2e.Suite;
import io.caseclock.embedded.FileTree;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The three services under the profile {@code prod} with a Keycloak, started once for all tests.
 * Clocks may differ by {@value #SKEW_SECONDS} s here, so that nobody waits for half a minute.
 */
record Installation(Path directory, Keycloak keycloak, LocalStack stack) implements AutoCloseable {

  static final int SKEW_SECONDS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  static Installation start() {
    try {
      var directory = Files.createTempDirectory("caseclock-identity");
      var ports = StackPorts.free();
      var keycloak = Keycloak.start(directory);
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
      keycloak.makeRealm(URI.create("http://127.0.0.1:" + ports.console()));
      var usual = StackOptions.in(Suite.repository()).keptIn(directory.resolve("stack")).on(ports);
      var stack = LocalStack.start(production(usual, keycloak), ProgressListener.SILENT);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      var installation = new Installation(directory, keycloak, stack);
      installation.register();
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another three services beside this one, at the same provider, with further settings. */
  Installation beside(Map<String, String> settings) {
    try {
      var own = Files.createTempDirectory("caseclock-identity");
      var options = StackOptions.in(Suite.repository()).keptIn(own.resolve("stack"));
      var told = production(options.on(StackPorts.free()), keycloak);
      for (var setting : settings.entrySet()) {
        told = told.told(setting.getKey(), setting.getValue());
      }
      var installation =
          new Installation(own, keycloak, LocalStack.start(told, ProgressListener.SILENT));
      Runtime.getRuntime().addShutdownHook(new Thread(installation.stack()::close));
      installation.register();
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the services and leaves the provider to the others. */
  void leave() {
    stack.close();
    FileTree.delete(directory);
  }

  /** What the local stack brings of its own is taken away, and the provider named instead. */
  private static StackOptions production(StackOptions usual, Keycloak keycloak) {
    return usual
        .told("QUARKUS_PROFILE", "prod")
        .told("CASECLOCK_CLOCK_OFFSET_FILE", "")
        .told("CASECLOCK_LOCAL_PUBLIC_KEY", "")
        .told("CASECLOCK_LOCAL_PRIVATE_KEY_FILE", "")
        .told("CASECLOCK_LOCAL_USERS_FILE", "")
        .told("QUARKUS_OIDC_PUBLIC_KEY", "")
        .told("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer().toString())
        .told("QUARKUS_OIDC_TOKEN_ISSUER", keycloak.issuer().toString())
        .told("QUARKUS_OIDC_CLIENT_ID", "caseclock-console")
        .told("QUARKUS_OIDC_CREDENTIALS_SECRET", keycloak.secret())
        .told("QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE", Integer.toString(SKEW_SECONDS));
  }

  private void register() {
    unit("9900", Map.of("names", names("示例分局", "Sample Sub-bureau"), "kind", "sub-bureau"));
    station("9901", names("甲派出所（示例）", "Station A (sample)"));
    station("9902", names("乙派出所（示例）", "Station B (sample)"));
  }

  private static Map<String, String> names(String chinese, String english) {
    return Map.of("zh", chinese, "en", english);
  }

  private void station(String id, Map<String, String> names) {
    unit(id, Map.of("names", names, "kind", "station", "parent", "9900"));
  }

  private void unit(String id, Map<String, Object> data) {
    var event = CloudEvents.directory("unit-registered", "unit/" + id, Instant.now(), data);
    var answer = post(keycloak.token("directory"), event);
    if (answer.statusCode() != 202) {
      throw new AssertionError("the unit was refused: " + answer.body());
    }
  }

  /** Posts an event to intake with that token. */
  HttpResponse<String> post(String token, Map<String, Object> event) {
    try {
      return Web.send(
          Web.to(stack.intakeUrl().resolve("/api/v1/events"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/cloudevents+json")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(event))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Posts that a case was filed at a unit, as the system of that unit does. */
  HttpResponse<String> file(String token, String unit, String id) {
    var data = Map.<String, Object>of();
    var subject = "case/A" + unit + id;
    return post(token, CloudEvents.of(unit, id, "case-filed", subject, Instant.now(), data));
  }

  /** The status with which a service answers a harmless question with that token. */
  int statusAt(URI service, String token) {
    try {
      var address = service.resolve("/q/openapi");
      return Web.send(Web.to(address).header("Authorization", "Bearer " + token)).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI console(String path) {
    return stack.consoleUrl().resolve(path);
  }

  @Override
  public void close() {
    stack.close();
    keycloak.close();
    FileTree.delete(directory);
  }

  /** Gives tests the one installation. */
  static final class Shared implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(Shared.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(HERE)
          .computeIfAbsent(Installation.class, key -> Installation.start(), Installation.class);
    }
  }
}
