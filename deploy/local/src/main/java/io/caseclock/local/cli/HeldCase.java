package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.StackException;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The case that a command holds or releases, and the services that keep something about it. */
final class HeldCase {

  @Parameters(index = "0", paramLabel = "CASE", description = "The id of the case.")
  private String caseId = "";

  @Parameters(
      index = "1..*",
      paramLabel = "URL",
      arity = "0..*",
      description = "Where a service is; the three of the running local stack by default.")
  private List<URI> urls = List.of();

  @Mixin private AskedServices asked = new AskedServices();

  private boolean free;

  /** By name or URL, in their order. */
  private Map<String, ServiceClient> services() {
    return asked.at(urls, LocalRole.ADMINISTRATOR);
  }

  String path() {
    return "/api/v1/cases/"
        + URLEncoder.encode(caseId, StandardCharsets.UTF_8).replace("+", "%20")
        + "/legal-hold";
  }

  /** Whether a service that answered lately said that the case is not held there. */
  boolean isFreeSomewhere() {
    return free;
  }

  /**
   * Asks one service after the other, also behind one that does not answer or refuses, and prints
   * what each said.
   *
   * @return whether every service answered
   */
  boolean askEach(Function<ServiceClient, JsonNode> question) {
    var isWhole = true;
    for (var service : services().entrySet()) {
      try {
        print(service.getKey(), question.apply(service.getValue()));
      } catch (StackException e) {
        isWhole = false;
        System.err.printf("%-14s %s%n", service.getKey(), e.getMessage());
      }
    }
    return isWhole;
  }

  /** What a service answered, with the newest hold. */
  private void print(String service, JsonNode answer) {
    free |= !answer.path("held").asBoolean();
    var newest = answer.path("holds").path(0);
    System.out.printf(
        "%-14s %s %s%n",
        service,
        answer.path("held").asBoolean() ? "已留存 held" : "未留存 not held",
        newest.isMissingNode() ? "" : newest);
  }
}
