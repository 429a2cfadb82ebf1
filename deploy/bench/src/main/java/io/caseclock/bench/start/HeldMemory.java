package io.caseclock.bench.start;

import io.caseclock.local.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory a process holds with its children, in bytes.
 *
 * @param resident all that is resident, of the children only what they share with nobody
 * @param proportional its share: what several processes map counts in parts; 0 where the system
 *     does not tell
 */
record HeldMemory(long resident, long proportional) {

  private static final String SHARE = "Pss:";
  private static final long KIB = 1024;

  static HeldMemory of(ProcessHandle process) {
    var all = Stream.concat(Stream.of(process), process.descendants()).toList();
    return new HeldMemory(
        ResidentMemory.ofTree(process),
        all.stream().mapToLong(each -> proportional(each.pid())).sum());
  }

  private static long proportional(long pid) {
    var sums = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (var lines = Files.lines(sums)) {
      return lines
          .filter(line -> line.startsWith(SHARE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  HeldMemory plus(HeldMemory other) {
    return new HeldMemory(resident + other.resident, proportional + other.proportional);
  }
}
