package io.caseclock.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Archives of classes (AppCDS), from which a JVM is ready sooner. A process that has none of its
 * program and JDK makes one when it ends. An archive has the name by which it is used only once it
 * is whole and on the disk. Where none can be made, or not in the time that a stop may take, the
 * process starts without, and is not asked again before the next build.
 *
 * @param directory those of one JDK
 */
record ClassArchives(Path directory) {

  /** What the JVM writes last, at the beginning of the file. */
  private static final int MARK_BYTES = 4;

  /** Those of the JDK that runs this. */
  static ClassArchives in(Path folder) {
    return new ClassArchives(folder.resolve(Runtime.version().toString()));
  }

  /**
   * The options with which the process is to be started.
   *
   * @param program the file that is new after each build
   */
  List<String> options(String process, Path program) {
    keep(process);
    if (isOf(program, archive(process))) {
      return List.of("-XX:SharedArchiveFile=" + archive(process));
    }
    if (isOf(program, unfinished(process)) || !isBegun(unfinished(process))) {
      return List.of(); // it was not ready in time before, and would not be again
    }
    return List.of("-XX:ArchiveClassesAtExit=" + unfinished(process));
  }

  /** Makes what a process left when it ended the archive of its next start, if it is whole. */
  void keep(String process) {
    var left = unfinished(process);
    if (!Files.exists(left)) {
      return;
    }
    try (var file = FileChannel.open(left, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (isWhole(file)) {
        file.force(true);
        Files.move(left, archive(process), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // the next start does without it
    }
  }

  private static boolean isWhole(FileChannel file) throws IOException {
    var mark = ByteBuffer.allocate(MARK_BYTES);
    return file.read(mark, 0) == MARK_BYTES && mark.getInt(0) != 0;
  }

  private static boolean isOf(Path program, Path made) {
    try {
      return Files.exists(made)
          && Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(program)) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Leaves an empty file, which tells of a process that is killed before it writes its own. */
  private static boolean isBegun(Path unfinished) {
    try {
      Files.createDirectories(Objects.requireNonNull(unfinished.getParent()));
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Path archive(String process) {
    return directory.resolve(process + ".jsa");
  }

  private Path unfinished(String process) {
    return directory.resolve(process + ".unfinished");
  }
}
