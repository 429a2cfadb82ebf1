package io.caseclock.local;

import io.caseclock.embedded.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where one stack keeps everything.
 *
 * @param path usually {@code .caseclock} in the repository
 */
public record StackDirectory(Path path) {

  private static final Set<String> KEPT =
      Set.of("stack.lock", "logs", "classes", "build.log", "launcher.log");

  public StackDirectory {
    path = path.toAbsolutePath().normalize();
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path secrets() {
    return path.resolve("secrets");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /** Archives of classes, which services start from. */
  public Path classes() {
    return path.resolve("classes");
  }

  public Path clockOffset() {
    return path.resolve("clock-offset");
  }

  public Path stackFile() {
    return path.resolve("stack.json");
  }

  public Path lockFile() {
    return path.resolve("stack.lock");
  }

  /** There once the sample was loaded in whole. */
  public Path sampleMark() {
    return path.resolve("sample-loaded");
  }

  public void create() {
    try {
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new StackException("The directory " + path + " cannot be made: " + e.getMessage(), e);
    }
  }

  /**
   * Forgets everything but the lock, what the build and the present launcher write, and archives of
   * classes, which hold no data.
   */
  public void clear() {
    clear(path, name -> !name.startsWith("build-stamp") && !KEPT.contains(name));
    clear(logs(), name -> !KEPT.contains(name));
    create();
  }

  private static void clear(Path directory, Predicate<String> isForgotten) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (var entries = Files.list(directory)) {
      entries
          .filter(entry -> isForgotten.test(entry.getFileName().toString()))
          .forEach(FileTree::delete);
    } catch (IOException e) {
      throw new StackException(
          "The directory " + directory + " cannot be cleared: " + e.getMessage(), e);
    }
  }
}
