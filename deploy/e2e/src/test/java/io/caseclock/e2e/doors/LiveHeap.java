package io.caseclock.e2e.doors;

import io.caseclock.local.LocalStack;
import io.caseclock.local.ResidentMemory;
import io.caseclock.local.ServiceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a service still holds after its garbage was collected: that grows where something leaks,
 * whereas resident memory also tells how lazy the collector was.
 *
 * @param live bytes on the heap after a collection
 * @param resident bytes of the process
 */
record LiveHeap(long live, long resident) {

  private static final long MIB = 1 << 20;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  static Map<ServiceKind, LiveHeap> of(LocalStack stack) {
    Map<ServiceKind, LiveHeap> heaps = new EnumMap<>(ServiceKind.class);
    for (var kind : ServiceKind.values()) {
      heaps.put(kind, of(stack.service(kind).handle().orElseThrow().pid()));
    }
    return heaps;
  }

  private static LiveHeap of(long pid) {
    jcmd(pid, "GC.run");
    var lines = jcmd(pid, "GC.heap_info").lines();
    var used = lines.filter(line -> line.contains(" total ")).mapToLong(LiveHeap::used).sum();
    return new LiveHeap(used, ResidentMemory.of(pid));
  }

  private static long used(String line) {
    var used = USED.matcher(line);
    return used.find() ? Long.parseLong(used.group(1)) * 1024 : 0;
  }

  private static String jcmd(long pid, String command) {
    var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var process =
          new ProcessBuilder(program, Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      try (var output = process.getInputStream()) {
        return new String(output.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "%d MiB live, %d MiB resident".formatted(live / MIB, resident / MIB);
  }
}
