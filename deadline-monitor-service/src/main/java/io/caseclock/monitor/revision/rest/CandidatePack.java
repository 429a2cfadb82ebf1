package io.caseclock.monitor.revision.rest;

import io.caseclock.monitor.revision.Impact;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as it is sent.
 *
 * @param files the pack's files: path inside its folder, and text
 */
public record CandidatePack(@Nullable Map<String, String> files) {

  /** Several times what the shipped packs have. */
  static final long LARGEST = 2 * 1024 * 1024;

  /**
   * The checked pack, which can be in force beside the others; every mistake in it is a violation
   * that points to its file and line.
   */
  static Pack read(@Nullable CandidatePack candidate, Impact impact) {
    var files = candidate == null ? null : candidate.files();
    if (files == null || files.isEmpty()) {
      throw refused(
          "Send {\"files\": {\"pack.yaml\": \"…\", …}}.",
          List.of(new Violation("/files", "holds the files of the pack")));
    }
    files.forEach(CandidatePack::requireText);
    var pack = pack(files);
    var clashes = impact.clashes(pack);
    if (!clashes.isEmpty()) {
      throw refused(
          "The pack does not go together with those in force.",
          clashes.stream().map(clash -> new Violation("/files", clash)).toList());
    }
    return pack;
  }

  private static void requireText(String file, @Nullable String text) {
    if (text == null) {
      throw refused(
          "A file of the pack has no text; see violations.",
          List.of(new Violation("/files", file + ": must be a text")));
    }
  }

  private static Pack pack(Map<String, String> files) {
    return switch (PackReader.read(new PackFiles("candidate", files))) {
      case PackReading.Read read -> read.pack();
      case PackReading.Refused refused ->
          throw refused(
              "The pack has mistakes; mend them and ask again.",
              refused.mistakes().stream()
                  .map(
                      mistake ->
                          new Violation(
                              "/files" + Pointer.to(mistake.file()),
                              "line " + mistake.line() + ": " + mistake.expected()))
                  .toList());
    };
  }

  private static ProblemException refused(String detail, List<Violation> violations) {
    return new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST, detail, violations));
  }
}
