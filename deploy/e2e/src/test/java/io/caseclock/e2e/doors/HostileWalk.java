package io.caseclock.e2e.doors;

import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Asked.Answered;
import io.caseclock.local.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes hostile texts wherever they are taken, then reads everything, and each log. */
final class HostileWalk {

  private final Suite suite;
  private final Clients clients;
  private final Set<String> taken = new TreeSet<>();
  private final Set<Outlet> told = EnumSet.noneOf(Outlet.class);
  private final List<String> faults = new ArrayList<>();

  HostileWalk(Suite suite, Clients clients) {
    this.suite = suite;
    this.clients = clients;
  }

  /** The requests as they are, for each outlet, and as files where a parameter asks for them. */
  static Stream<Request> inEachForm(Operation operation, Request about, Request listing) {
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

  void write(List<Asked> requests) {
    for (var answer : clients.send(requests)) {
      if (answer.reply().isDone()) {
        taken.add(answer.asked().operation().name());
      }
      look(answer);
    }
  }

  void read(List<Asked> requests) {
    clients.send(requests).forEach(this::look);
    suite.stack().services().forEach(this::log);
  }

  private void look(Answered answer) {
    var reply = answer.reply();
    if (reply.isFailure()) {
      faults.add("a failure: " + answer);
    }
    if (reply.isDone() && !isDescribed(answer)) {
      faults.add("a success that is not described: " + answer);
    }
    if (reply.headers().keySet().stream().anyMatch(name -> name.contains(HostileText.MARK))) {
      faults.add("a header of its own: " + answer);
    }
    Outlet.of(reply)
        .ifPresent(
            outlet -> {
              if (outlet.text(reply.body()).contains(HostileText.MARK)) {
                told.add(outlet);
              }
              outlet.faults(reply.body()).stream()
                  .forEach(fault -> faults.add(fault + ": " + answer));
            });
  }

  private void log(ServiceProcess service) {
    try (var lines = Files.lines(service.log())) {
      lines
          .filter(line -> line.startsWith("X-Q9x") || line.startsWith("2099-01-01"))
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

  /** The forms in which one came out. */
  Set<Outlet> told() {
    return told;
  }

  /** Where one became more than text. */
  List<String> faults() {
    return faults;
  }
}
