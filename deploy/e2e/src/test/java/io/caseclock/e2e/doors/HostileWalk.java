package io.caseclock.e2e.doors;

import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.local.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sends hostile texts wherever something is taken, then reads everything, and each log. */
final class HostileWalk {

  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]*");
  private static final Pattern LED_AWAY =
      Pattern.compile("(?:javascript:|(?:https?:)?//)q9x", Pattern.CASE_INSENSITIVE);

  private final Suite suite;
  private final Clients clients;
  private final Set<String> taken = new TreeSet<>();
  private final Map<Outlet, Set<String>> told = new EnumMap<>(Outlet.class);
  private final Set<String> fontless = new TreeSet<>();
  private final Set<String> logged = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  HostileWalk(Suite suite, Clients clients) {
    this.suite = suite;
    this.clients = clients;
  }

  List<Answered> send(List<Asked> requests) {
    var answers = clients.send(requests);
    for (var answer : answers) {
      if (answer.reply().isDone()) {
        taken.add(answer.asked().operation().name());
      }
      look(answer);
    }
    return answers;
  }

  void read(List<Asked> requests) {
    send(requests);
    suite.stack().services().forEach(this::log);
    System.out.printf(
        "Hostile text: taken by %d operations, told by %s, logged by %s; %d faults%n",
        taken.size(), told, logged, faults.size());
  }

  private void look(Answered answer) {
    var reply = answer.reply();
    if (reply.isFailure()) {
      faults.add("a failure: " + answer);
    }
    if (reply.isDone() && !isDescribed(answer)) {
      faults.add("a success that is not described: " + answer);
    }
    if (reply.status() == 503 && reply.text().contains("font")) {
      fontless.add(answer.asked().operation().name());
    }
    headerFaults(reply).forEach(fault -> faults.add(fault + ": " + answer));
    Outlet.of(reply).ifPresent(outlet -> look(outlet, answer));
  }

  private void look(Outlet outlet, Answered answer) {
    var body = answer.reply().body();
    if (outlet.text(body).contains(HostileText.MARK)) {
      told.computeIfAbsent(outlet, it -> new TreeSet<>()).add(answer.asked().operation().name());
    }
    outlet.faults(body).forEach(fault -> faults.add(fault + ": " + answer));
  }

  private static List<String> headerFaults(Reply reply) {
    List<String> faults = new ArrayList<>();
    if (reply.headers().keySet().stream().anyMatch(name -> name.contains(HostileText.MARK))) {
      faults.add("a header of its own");
    }
    if (!reply.headers().values().stream().allMatch(value -> VISIBLE.matcher(value).matches())) {
      faults.add("a header that is not plain");
    }
    if (LED_AWAY.matcher(reply.header("location")).lookingAt()) {
      faults.add("an answer that leads away");
    }
    return faults;
  }

  /** Where something is written into a log it is one line of it. */
  private void log(ServiceProcess service) {
    try (var lines = Files.lines(service.log())) {
      lines
          .filter(line -> line.toLowerCase(Locale.ROOT).contains(HostileText.MARK))
          .peek(line -> logged.add(service.name()))
          .filter(line -> !line.startsWith("20") || line.startsWith("2099-01-01"))
          .forEach(line -> faults.add("a line in the log of " + service.name() + ": " + line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a generated client reads it: what is not described is a problem to it. */
  private static boolean isDescribed(Answered answer) {
    var operation = answer.asked().operation();
    return !operation.path().startsWith("/api/")
        || operation.successes().contains(answer.reply().status());
  }

  /** The operations that took one. */
  Set<String> taken() {
    return taken;
  }

  /** The operations that told one, by the form in which they did. */
  Map<Outlet, Set<String>> told() {
    return told;
  }

  /** The services whose logs tell one. */
  Set<String> logged() {
    return logged;
  }

  /** The operations that print nothing here, for want of a font. */
  Set<String> fontless() {
    return fontless;
  }

  /** Where one became more than text. */
  List<String> faults() {
    return faults;
  }
}
