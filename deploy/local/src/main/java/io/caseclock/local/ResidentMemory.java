package io.caseclock.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine's memory a process holds. */
public final class ResidentMemory {

  private static final long KIB = 1024;

  private ResidentMemory() {}

  /**
   * Returns the bytes of the process and what its children hold beside what they share with it; 0
   * where the system does not tell.
   */
  public static long ofTree(ProcessHandle process) {
    var children = process.descendants().mapToLong(child -> of(child.pid(), "RssAnon:")).sum();
    return of(process.pid()) + children;
  }

  /** Returns the bytes of one process. */
  public static long of(long pid) {
    return of(pid, "VmRSS:");
  }

  private static long of(long pid, String field) {
    var status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.isReadable(status) ? fromProc(status, field) : fromPs(pid);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static long fromProc(Path status, String field) throws IOException {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst()
          .orElse(0);
    }
  }

  private static long fromPs(long pid) throws IOException {
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    try (var output = ps.getInputStream()) {
      var text = new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip();
      return text.isEmpty() ? 0 : Long.parseLong(text) * KIB;
    }
  }
}
