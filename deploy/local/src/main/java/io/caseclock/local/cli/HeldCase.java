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
   * What a service said.
   *
   * @param held whether it holds the case now
   * @param state what came of the question, in both languages
   * @param hold the hold that is meant; empty where there is none
   */
  record Answer(boolean held, String state, String hold) {

    /** How it is, with the newest hold. */
    static Answer of(JsonNode told) {
      var held = told.path("held").asBoolean();
      return new Answer(held, held ? "已留存 held" : "未留存 not held", newest(told));
    }

    static Answer released(JsonNode told) {
      return new Answer(told.path("held").asBoolean(), "已解除 released", newest(told));
    }

    /** An earlier hold says nothing of this question. */
    static Answer nothingToRelease() {
      return new Answer(false, "未留存，无可解除 not held, nothing to release", "");
    }

    private static String newest(JsonNode told) {
      var newest = told.path("holds").path(0);
      return newest.isMissingNode() ? "" : newest.toString();
    }
  }

  /**
   * Asks one service after the other, also behind one that does not answer or refuses, and prints
   * what each said.
   *
   * @return whether every service answered
   */
  boolean askEach(Function<ServiceClient, Answer> question) {
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

  private void print(String service, Answer answer) {
    free |= !answer.held();
    System.out.println("%-14s %s %s".formatted(service, answer.state(), answer.hold()).strip());
  }
}
