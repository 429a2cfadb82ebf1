package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.StackException;
import io.caseclock.local.audit.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that a service could not take in, and what an operator does about them. */
@Command(
    name = "dead-letters",
    description = "Lists, shows, puts back or dismisses records that could not be taken in.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DeadLettersCommand.ListThem.class,
      DeadLettersCommand.Show.class,
      DeadLettersCommand.Replay.class,
      DeadLettersCommand.Dismiss.class
    })
final class DeadLettersCommand implements Callable<Integer> {

  private static final String PATH = "/api/v1/dead-letters";
  private static final String ID = "Which one, as the list names it, such as monitor/17.";

  @Mixin private DeadLetterServices asked = new DeadLetterServices();

  @Override
  public Integer call() {
    return ListThem.print(asked, List.of("open"));
  }

  /** The list. */
  @Command(
      name = "list",
      description = "Lists the open ones of all services.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {

    @Mixin private DeadLetterServices asked = new DeadLetterServices();

    @Option(names = "--all", description = "Those that were put back or dismissed, too.")
    private boolean all;

    @Override
    public Integer call() {
      return print(asked, all ? List.of("open", "replayed", "dismissed") : List.of("open"));
    }

    static int print(DeadLetterServices asked, List<String> states) {
      var count = 0;
      for (var service : asked.all().entrySet()) {
        for (var state : states) {
          count += print(service.getKey(), service.getValue(), state);
        }
      }
      System.out.println(count == 1 ? "1 dead letter" : count + " dead letters");
      return 0;
    }

    private static int print(String service, ServiceClient client, String state) {
      var count = 0;
      var after = "0";
      while (!after.equals("null")) {
        var page = client.get(PATH + "?limit=500&state=" + state + "&after=" + after);
        page.path("deadLetters").forEach(letter -> line(service, letter));
        count += page.path("deadLetters").size();
        after = page.path("next").asText("null");
      }
      return count;
    }
  }

  /** One, whole. */
  @Command(
      name = "show",
      description = "Shows one with its key, headers and value.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private DeadLetterServices asked = new DeadLetterServices();

    @Parameters(paramLabel = "ID", description = ID)
    private String id = "";

    @Override
    public Integer call() {
      var place = Place.of(id);
      System.out.println(asked.named(place.service()).get(place.path()).toPrettyString());
      return 0;
    }
  }

  /** After a mend. */
  @Command(
      name = "replay",
      description = "Puts one back after a mend: it is taken again as if it had just come.",
      mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {

    @Mixin private DeadLetterServices asked = new DeadLetterServices();

    @Parameters(paramLabel = "ID", description = ID)
    private String id = "";

    @Override
    public Integer call() {
      return Place.of(id).settle(asked, "/replay", Map.of());
    }
  }

  /** Where nothing can or need be mended. */
  @Command(
      name = "dismiss",
      description = "Decides that one shall have no effect.",
      mixinStandardHelpOptions = true)
  static final class Dismiss implements Callable<Integer> {

    @Mixin private DeadLetterServices asked = new DeadLetterServices();

    @Parameters(paramLabel = "ID", description = ID)
    private String id = "";

    @Option(names = "--reason", required = true, description = "Why; it is kept with the letter.")
    private String reason = "";

    @Override
    public Integer call() {
      return Place.of(id).settle(asked, "/dismiss", Map.of("reason", reason));
    }
  }

  /** A dead letter of one service. */
  record Place(String service, long number) {

    static Place of(String text) {
      var slash = text.indexOf('/');
      var service = slash < 0 ? "" : text.substring(0, slash);
      var number = text.substring(slash + 1);
      if (!DeadLetterServices.NAMES.contains(service) || !number.matches("[0-9]{1,18}")) {
        throw new StackException(
            "'"
                + text
                + "' names no dead letter; expected one of "
                + DeadLetterServices.NAMES
                + ", / and a number.");
      }
      return new Place(service, Long.parseLong(number));
    }

    String path() {
      return PATH + "/" + number;
    }

    int settle(DeadLetterServices asked, String how, Map<String, Object> body) {
      line(service, asked.named(service).post(path() + how, body));
      return 0;
    }
  }

  private static void line(String service, JsonNode letter) {
    System.out.printf(
        "%-18s %-9s %-12s %s %s %s%n",
        service + "/" + letter.path("id").asText(),
        letter.path("state").asText(),
        letter.path("reason").asText(),
        letter.path("putAt").asText(),
        letter.path("origin").asText(),
        letter.path("detail").asText());
  }
}
