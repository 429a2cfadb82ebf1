package io.caseclock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of where something is in the code: it is there. */
class NamedPathsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".mvn", "node_modules");

  /** A folder of the code with something below it, or the name of a class; no pattern of either. */
  private static final Pattern NAMED =
      Pattern.compile(
          "`((?:(?:shared-model|service-support|case-intake-service|deadline-monitor-service"
              + "|notification-service|deploy|…)/[\\w./…-]+)|[\\w/]+\\.java)`");

  @Test
  void every_path_of_code_that_a_document_names_is_there() throws IOException {
    var there = paths();
    List<String> missing = new ArrayList<>();
    var named = 0;
    for (var document : documents()) {
      var found = NAMED.matcher(Files.readString(document));
      while (found.find()) {
        if (found.group(1).contains("/target/")) {
          continue;
        }
        named++;
        var wanted = pattern(found.group(1));
        if (there.stream().noneMatch(path -> wanted.matcher(path).matches())) {
          missing.add(ROOT.relativize(document) + ": " + found.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(50);
  }

  /** The mark of omission stands for any folders; a path may begin anywhere below the root. */
  private static Pattern pattern(String named) {
    var parts = Stream.of(named.replaceFirst("/$", "").split("…", -1)).map(Pattern::quote).toList();
    return Pattern.compile("(.*/)?" + String.join(".*", parts));
  }

  private static List<Path> documents() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      var all = new ArrayList<>(docs.filter(path -> path.toString().endsWith(".md")).toList());
      Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md")
          .map(ROOT::resolve)
          .forEach(all::add);
      return all;
    }
  }

  private static List<String> paths() throws IOException {
    List<String> paths = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            paths.add(ROOT.relativize(folder).toString());
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(ROOT.relativize(file).toString());
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }
}
