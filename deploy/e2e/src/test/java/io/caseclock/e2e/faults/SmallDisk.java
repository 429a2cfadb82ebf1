package io.caseclock.e2e.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of its own size at a folder, which can be filled to the last byte: a {@code tmpfs},
 * held by a shell that takes it away when it, or this JVM, ends. Root mounts it for all to see;
 * whoever else is root in a user namespace only, and others see it by the shell's {@code /proc}.
 */
final class SmallDisk implements AutoCloseable {

  private static final long ROOM = 2L << 30;
  private static final long LEFT = 1L << 20;
  private static final int PAGE = 4096;

  /** Others may write more than what was to be left, between a look and a try. */
  private static final int MOST_TRIES = 100;

  private static final String HOLDER =
      """
      trap '' INT HUP
      mount -t tmpfs -o size="$2",mode=0700 tmpfs "$1" || exit 1
      echo done
      while read -r size; do
        if mount -o remount,size="$size" tmpfs "$1" 2>&-; then echo done; else echo refused; fi
      done
      umount -l "$1"
      """;

  private final Path seenFrom;
  private final File place;
  private final Process holder;
  private final BufferedReader answers;

  private SmallDisk(Path place, Process holder, BufferedReader answers, boolean isForAll) {
    this.seenFrom = isForAll ? Path.of("/") : Path.of("/proc/" + holder.pid() + "/root");
    this.holder = holder;
    this.answers = answers;
    this.place = asSeen(place).toFile();
  }

  /** Mounts one; where this machine does not allow it the test is skipped, with the reason. */
  static SmallDisk at(Path place) {
    var isRoot = "root".equals(System.getProperty("user.name"));
    List<String> command = new ArrayList<>(isRoot ? List.of() : List.of("unshare", "-rm"));
    command.addAll(List.of("/bin/sh", "-c", HOLDER, "disk", place.toString(), Long.toString(ROOM)));
    try {
      Files.createDirectories(place);
      var holder = new ProcessBuilder(command).redirectErrorStream(true).start();
      var answers = holder.inputReader();
      var answer = answers.readLine();
      Assumptions.assumeTrue("done".equals(answer), () -> "no disk of its own here: " + answer);
      return new SmallDisk(place, holder, answers, isRoot);
    } catch (IOException e) {
      return Assumptions.abort("no disk of its own here: " + e.getMessage());
    }
  }

  /** A path as those outside of the holder's namespace have to name it. */
  Path asSeen(Path path) {
    return seenFrom.resolve(Objects.requireNonNull(path.getRoot()).relativize(path));
  }

  /** Leaves no byte to anybody. */
  void fill() {
    var tries = 0;
    while (!isOfSize(place.getTotalSpace() - place.getFreeSpace() + LEFT)) {
      if (++tries == MOST_TRIES) {
        throw new AssertionError("the disk cannot be made smaller");
      }
    }
    try (var file = Files.newOutputStream(filler())) {
      while (true) {
        file.write(new byte[PAGE]);
      }
    } catch (IOException e) {
      return; // there is no room left
    }
  }

  /** Makes as much room as there was at first. */
  void makeRoom() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!isOfSize(ROOM)) {
      throw new AssertionError("the disk cannot be made larger again");
    }
  }

  @Override
  public void close() {
    try {
      holder.getOutputStream().close();
      holder.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path filler() {
    return place.toPath().resolve("filler");
  }

  /** Makes it so large; false where more than that is on it already. */
  private boolean isOfSize(long bytes) {
    try {
      var orders = holder.outputWriter();
      orders.write(bytes + "\n");
      orders.flush();
      return Objects.requireNonNull(answers.readLine(), "the disk is gone").equals("done");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
