package io.caseclock.e2e.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.e2e.doors.GoodBodies.GoodBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Each body that an operation takes, with a mark in the texts that people write into it: in all of
 * them, and in one after the other.
 */
public final class MarkedBodies {

  /** What is in Chinese in the good bodies, somebody has written. */
  private static final Pattern WRITTEN = Pattern.compile("\\p{IsHan}");

  /** What people choose as well, in no language. */
  private static final Set<String> CHOSEN =
      Set.of("reason", "text", "name", "to", "username", "password", "query", "pack.yaml", "files");

  private final Suite suite;
  private final String mark;

  private MarkedBodies(Suite suite, String mark) {
    this.suite = suite;
    this.mark = mark;
  }

  /**
   * Lets somebody who is let in send all of them, to a station that has one of everything.
   *
   * @return how many operations took one, and what was answered by a failure
   */
  public static Sent send(Suite suite, String mark) {
    return new MarkedBodies(suite, mark).send();
  }

  /** What came of it. */
  public record Sent(long operations, long taken, List<String> failures) {}

  private Sent send() {
    var things = GuardedUnit.in(suite);
    var rules = AccessRules.read();
    var letIn = new LetIn(new Tokens(suite.stack()));
    var bodies = GoodBodies.read();
    List<Asked> questions = new ArrayList<>();
    for (var operation : Operations.of(suite.stack())) {
      var rule = Objects.requireNonNull(rules.get(operation.name()), operation.name());
      var request = Calls.about(operation, rule, things);
      for (var body : bodies.of(operation.name(), things)) {
        for (var content : marked(body)) {
          questions.add(new Asked(operation, rule, letIn.by(rule), body.in(request, content)));
        }
      }
    }
    return sent(new Clients(suite.stack()).send(questions));
  }

  private static Sent sent(List<Answered> answers) {
    return new Sent(
        answers.stream().map(it -> it.asked().operation()).distinct().count(),
        answers.stream().filter(it -> it.reply().isDone()).count(),
        answers.stream().filter(it -> it.reply().isFailure()).map(Answered::toString).toList());
  }

  private List<JsonNode> marked(GoodBody body) {
    List<JsonNode> variants = new ArrayList<>();
    var texts = new Texts();
    var all = texts.marked(body.content(), "", place -> true);
    if (texts.number > 0) {
      variants.add(all);
    }
    for (var one = 0; texts.number > 1 && one < texts.number; one++) {
      var only = one;
      variants.add(new Texts().marked(body.content(), "", place -> place == only));
    }
    return variants;
  }

  /** The texts of one body, numbered as they come. */
  private final class Texts {

    private int number;

    private JsonNode marked(JsonNode node, String name, Predicate<Integer> isMarked) {
      if (node instanceof ObjectNode members) {
        var copy = members.objectNode();
        members
            .properties()
            .forEach(it -> copy.set(it.getKey(), marked(it.getValue(), it.getKey(), isMarked)));
        return copy;
      }
      if (node instanceof ArrayNode elements) {
        var copy = elements.arrayNode();
        elements.forEach(it -> copy.add(marked(it, name, isMarked)));
        return copy;
      }
      return isText(node, name) && isMarked.test(number++)
          ? TextNode.valueOf(mark + node.asText())
          : node;
    }

    private static boolean isText(JsonNode node, String name) {
      return node.isTextual() && (CHOSEN.contains(name) || WRITTEN.matcher(node.asText()).find());
    }
  }
}
