package io.caseclock.e2e.doors;

import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Operation.Parameter;
import io.caseclock.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Requests with a hostile text in them, and those that read whatever became of it. */
final class HostileRequests {

  /** As much as a source may hold. */
  private static final String SOURCE =
      "urn:" + HostileText.MARK + ":=1+1'%0D%0A2099-01-01%20INFO%20forged";

  static final String PAPER = "notification GET /api/v1/notices/{id}/document.{form}";

  private final Suite suite;
  private final Map<String, Operation> operations;
  private final Map<String, AccessRule> rules;
  private final GoodBodies bodies;
  private final Things things;
  private final LetIn letIn;

  HostileRequests(
      Suite suite,
      Map<String, Operation> operations,
      Map<String, AccessRule> rules,
      GoodBodies bodies,
      Things things,
      LetIn letIn) {
    this.suite = suite;
    this.operations = operations;
    this.rules = rules;
    this.bodies = bodies;
    this.things = things;
    this.letIn = letIn;
  }

  /** In each text of each body, and as the names that everybody reads. */
  List<Asked> inBodies(HostileText text) {
    List<Asked> hostile = new ArrayList<>();
    for (var operation : operations.values()) {
      var number = bodies.of(operation.name(), things).size();
      for (var i = 0; i < number; i++) {
        var count = text.in(bodies.of(operation.name(), things).get(i).content()).size();
        for (var variant = 0; variant < count; variant++) {
          // each with ids of its own, so that none is a repetition of the one before
          var body = bodies.of(operation.name(), things).get(i);
          var request = Calls.about(operation, rule(operation), things);
          hostile.add(
              asked(operation, text, body.in(request, text.in(body.content()).get(variant))));
        }
      }
    }
    for (var name : HostileNames.values()) {
      hostile.add(event(name.event(text, suite.now()), text));
    }
    return hostile;
  }

  /** As a source that sends the same id with other content, which is told in the log of intake. */
  List<Asked> inSource() {
    return Stream.of("甲", "乙")
        .map(name -> HostileNames.ofSource(SOURCE, name, suite.now()))
        .map(event -> event(event, HostileText.LINES))
        .toList();
  }

  private Asked event(byte[] event, HostileText text) {
    var operation = operation("intake POST /api/v1/events");
    var request =
        Request.of(operation.method(), operation.path())
            .with("application/cloudevents+json", event);
    return asked(operation, text, request);
  }

  /** As whom a mail is for, as it is and as far as it looks like an address. */
  List<Asked> inAddress(HostileText text) {
    var operation = operation("notification POST /api/v1/channels/{id}/test");
    var rule = rule(operation).with("id", "'email'");
    var request = Calls.about(operation, rule, things);
    return Stream.of(text.text(), text.text().replaceAll("[\\s@<>\"(),:;\\\\\\[\\]]", ""))
        .map(local -> Json.bytes(Map.of("to", local + "@police.example")))
        .map(body -> asked(operation, text, request.with("application/json", body)))
        .toList();
  }

  /**
   * As each variable of each path and each parameter of each query and head, and as one of each
   * that is read and has no such parameter.
   */
  List<Asked> inParameters(HostileText text) {
    return operations.values().stream()
        .flatMap(
            operation -> {
              List<Parameter> parameters = new ArrayList<>(operation.parameters());
              if (operation.isReading()) {
                parameters.add(new Parameter("unknown-" + HostileText.MARK, "query"));
              }
              return parameters.stream()
                  .map(it -> asked(operation, text, with(it, good(operation, it), text)));
            })
        .toList();
  }

  private static Request with(Parameter parameter, Request good, HostileText text) {
    return switch (parameter.in()) {
      case "path" -> good.at(good.target().replace("{" + parameter.name() + "}", text.segment()));
      case "header" -> good.with(parameter.name(), text.inHeader());
      default -> good.at(inQuery(good.target(), parameter.name() + "=" + text.encoded()));
    };
  }

  /** In the place of a value that stands there. */
  private static String inQuery(String target, String pair) {
    var name = pair.substring(0, pair.indexOf('='));
    var rest = target.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "").replaceAll("[?&]$", "");
    return rest + (rest.contains("?") ? "&" : "?") + pair;
  }

  /** A good request in whose path the variable still stands. */
  private Request good(Operation operation, Parameter parameter) {
    var rule = rule(operation);
    if (parameter.isInPath()) {
      rule = rule.with(parameter.name(), "'{" + parameter.name() + "}'");
    }
    var about = Calls.about(operation, rule, things);
    var request = about.at(about.target().replace("%7B", "{").replace("%7D", "}"));
    return bodies.of(operation.name(), things).stream()
        .findFirst()
        .map(body -> body.in(request))
        .orElse(request);
  }

  /** What is told of the station and of its notices, in each form in which it may be asked for. */
  List<Asked> reading() {
    Stream<Asked> usual =
        operations.values().stream().filter(Operation::isReading).flatMap(this::reading);
    Stream<Asked> papers =
        suite.notices(things.value("case")).stream()
            .flatMap(notice -> papers(things.with("notice", notice.path("id").asText())));
    return Stream.concat(usual, papers).toList();
  }

  private Stream<Asked> reading(Operation operation) {
    var about = Calls.about(operation, rule(operation), things);
    var listing = Calls.listing(operation, rule(operation), things);
    return inEachForm(operation, about, listing)
        .map(it -> new Asked(operation, rule(operation), letIn.by(rule(operation)), it));
  }

  private static Stream<Request> inEachForm(Operation operation, Request about, Request listing) {
    List<Request> requests = new ArrayList<>(List.of(about, listing));
    for (var outlet : Outlet.values()) {
      requests.add(about.with("Accept", outlet.type()));
      requests.add(listing.with("Accept", outlet.type()));
    }
    if (operation.parameters().stream().anyMatch(it -> it.name().equals("format"))) {
      requests.add(listing.at(listing.target() + "?format=csv"));
      requests.add(listing.at(listing.target() + "?format=xlsx"));
    }
    return requests.stream().distinct();
  }

  private Stream<Asked> papers(Things ofNotice) {
    var operation = operation(PAPER);
    return Stream.of("html", "pdf")
        .map(form -> rule(operation).with("form", "'" + form + "'"))
        .map(rule -> Calls.about(operation, rule, ofNotice))
        .map(request -> new Asked(operation, rule(operation), letIn.by(rule(operation)), request));
  }

  private Operation operation(String name) {
    return Objects.requireNonNull(operations.get(name), name);
  }

  private AccessRule rule(Operation operation) {
    return Objects.requireNonNull(rules.get(operation.name()), operation.name());
  }

  private Asked asked(Operation operation, HostileText text, Request request) {
    var rule = rule(operation);
    return new Asked(operation, rule, letIn.by(rule), request, text.name());
  }
}
