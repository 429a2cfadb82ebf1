package io.caseclock.monitor.revision.http;

import io.caseclock.monitor.example.ExampleRun;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.pack.file.Packs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets the packs of a release through where they would change no more open deadlines of the running
 * monitor than is allowed. A pack that would be taken away cannot be compared, and is not let
 * through; nor is a new one whose own examples do not come out.
 */
public final class PackGate {

  public static final int PASSED = 0;
  public static final int STOPPED = 1;
  public static final int MISUSED = 2;

  private final RemoteComparison comparison;
  private final PrintStream out;

  private PackGate(RemoteComparison comparison, PrintStream out) {
    this.comparison = comparison;
    this.out = out;
  }

  /**
   * Works as a command.
   *
   * @param pause waits so long
   * @return {@link #PASSED}, {@link #STOPPED} where too much would change or that is not known, or
   *     {@link #MISUSED}
   */
  public static int run(List<String> arguments, PrintStream out, Consumer<Duration> pause) {
    try {
      var told = GateArguments.of(arguments);
      var comparison = new RemoteComparison(told.monitor(), token(told.tokenFile()), pause);
      return new PackGate(comparison, out).run(told);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(GateArguments.USAGE);
      return MISUSED;
    } catch (RuntimeException e) {
      out.println("未通过：无法完成比较。");
      out.println("Stopped, since the comparison did not come to its end:");
      out.println(e.getMessage());
      return STOPPED;
    }
  }

  private int run(GateArguments told) {
    var packs = Packs.load(told.packs());
    var inForce = inForce();
    var takenAway = new TreeSet<>(inForce.keySet());
    var moves = Moves.NONE;
    var unproven = unproven(told.packs(), inForce);
    if (!unproven.isEmpty()) {
      return refuse(unproven);
    }
    for (var i = 0; i < packs.size(); i++) {
      var files = PackFiles.named(told.packs().get(i));
      takenAway.remove(packs.get(i).id());
      moves = moves.plus(moves(packs.get(i), files, inForce));
    }
    return takenAway.isEmpty() ? verdict(moves, told.atMost()) : refuse(takenAway);
  }

  /** Examples of new packs that do not come out, which are mistakes like any other. */
  private static List<String> unproven(List<String> packs, Map<String, String> inForce) {
    return packs.stream()
        .map(PackFiles::named)
        .filter(files -> !inForce.containsValue(files.hash()))
        .flatMap(PackGate::unproven)
        .toList();
  }

  private static Stream<String> unproven(PackFiles files) {
    return PackReader.read(files) instanceof PackReading.Read read
        ? ExampleRun.of(read.pack(), read.examples()).mistakes().stream()
            .map(mistake -> files.name() + "/" + mistake)
        : Stream.empty();
  }

  private int refuse(List<String> unproven) {
    out.printf("未通过：规则包自带的算例有 %d 个与计算结果不符。%n", unproven.size());
    out.printf("Stopped, since examples of the packs do not come out: %d%n", unproven.size());
    unproven.forEach(out::println);
    return STOPPED;
  }

  private Moves moves(Pack pack, PackFiles files, Map<String, String> inForce) {
    if (files.hash().equals(inForce.get(pack.id()))) {
      out.printf("规则包 %s %s 没有变化。%n", pack.id(), pack.version());
      out.printf("Pack %s %s is the one in force.%n", pack.id(), pack.version());
      return Moves.NONE;
    }
    var moves = Moves.of(comparison.report(files));
    out.printf(
        "规则包 %s %s：比较了 %d 个案件的 %d 个未结期限。%n",
        pack.id(), pack.version(), moves.cases(), moves.open());
    out.printf(
        "Pack %s %s: %d cases with %d open deadlines compared; changes: %s; not compared: %d%n",
        pack.id(), pack.version(), moves.cases(), moves.open(), moves.counts(), moves.unverified());
    return moves;
  }

  private int verdict(Moves moves, int atMost) {
    if (moves.total() > atMost) {
      out.printf("未通过：将变动（或无法比较）%d 个，最多允许 %d 个。%n", moves.total(), atMost);
      out.printf(
          "Stopped: %d would change or could not be compared, and at most %d may.%n",
          moves.total(), atMost);
      return STOPPED;
    }
    out.printf("通过：将变动 %d 个，最多允许 %d 个。%n", moves.total(), atMost);
    out.printf("Passed: %d would change, and at most %d may.%n", moves.total(), atMost);
    return PASSED;
  }

  private int refuse(Set<String> takenAway) {
    var names = String.join(", ", takenAway);
    out.printf("未通过：%s 目前有效，新版本中没有；无法比较其影响。%n", names);
    out.printf("Stopped: %s is in force and would be taken away, which is not compared.%n", names);
    return STOPPED;
  }

  /** Hashes by the id of the pack. */
  private Map<String, String> inForce() {
    Map<String, String> hashes = new HashMap<>();
    var packs = comparison.packs().path("packs");
    packs.forEach(pack -> hashes.put(pack.path("id").asText(), pack.path("hash").asText()));
    if (hashes.isEmpty()) {
      throw new ComparisonException("The monitor tells of no pack in force.");
    }
    return hashes;
  }

  private static String token(Path file) {
    try {
      var token = Files.readString(file).strip();
      if (!token.matches("[!-~]+")) {
        throw new ComparisonException("The token is not one word of plain characters.");
      }
      return token;
    } catch (IOException e) {
      throw new ComparisonException("The file " + file + " cannot be read.", e);
    }
  }
}
