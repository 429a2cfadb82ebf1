package io.caseclock.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One file of SQL that Flyway runs, and what it takes from replicas of the version before, which
 * are still at work on the schema. What code of functions does when it is called is not looked at.
 *
 * @param name of the file
 */
public record Migration(String name, String sql) {

  private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");

  /** Says in a file that it takes something away, and why nobody needs that any more. */
  private static final Pattern CONTRACTS = Pattern.compile("(?m)^-- contracts: \\S.*$");

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)");
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final String CHANGE = "alter table ";
  private static final String NEXT_CHANGE = ", ?(?=(add|drop|alter|rename) )";

  private static final Pattern MADE_HERE =
      Pattern.compile("\\bcreate (?:unlogged )?table (?:if not exists )?(\\w+)");

  private static final Pattern TABLE =
      Pattern.compile(
          "\\balter table (?:if exists )?(?:only )?(\\w+)|\\bcreate unique index .*? on (\\w+)");

  private static final List<Pattern> TAKES_AWAY =
      """
      \\bdrop (table|column|view|materialized view|function|procedure|type|domain|sequence|schema)\\b
      \\balter table .* drop (?!column|constraint|not null|default|expression|identity)\\w+
      \\bdrop (default|identity|expression)\\b
      \\brename\\b
      \\bset schema\\b
      \\bset not null\\b
      \\balter (column )?\\w+ (set data )?type\\b
      \\badd (column )?(if not exists )?\\w+ (?!.*\\b(default|generated)\\b).*\\bnot null\\b
      \\badd (constraint|check|unique|primary key|foreign key|exclude)\\b
      \\bcreate unique index\\b
      (^|\\bbegin )truncate\\b
      """
          .lines()
          .map(Pattern::compile)
          .toList();

  /** Reads all files of a directory that have a number, by number. */
  public static List<Migration> in(Path directory) {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> NUMBER.matcher(file.getFileName().toString()).matches())
          .map(Migration::read)
          .sorted((one, other) -> Integer.compare(one.number(), other.number()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Migration read(Path file) {
    try {
      return new Migration(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int number() {
    var found = NUMBER.matcher(name);
    if (!found.matches()) {
      throw new IllegalStateException(name + " has no number");
    }
    return Integer.parseInt(found.group(1));
  }

  /** Whether it says that it takes something away that no replica needs any more. */
  public boolean contracts() {
    return CONTRACTS.matcher(sql).find();
  }

  /**
   * Returns the statements by which a replica of the version before may fail: what it reads or
   * writes is gone, or what it writes is refused. A table that the same file creates is known to no
   * such replica.
   */
  public List<String> takesAway() {
    var statements = statements();
    var made =
        statements.stream()
            .flatMap(statement -> MADE_HERE.matcher(statement).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    return statements.stream()
        .filter(statement -> !isAbout(made, statement))
        .filter(Migration::isTakenAwayBy)
        .toList();
  }

  private List<String> statements() {
    var plain = LITERAL.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("''");
    return Arrays.stream(plain.split(";"))
        .map(one -> SPACE.matcher(one).replaceAll(" ").strip().toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static boolean isAbout(Set<String> tables, String statement) {
    return TABLE
        .matcher(statement)
        .results()
        .findFirst()
        .map(Migration::table)
        .filter(tables::contains)
        .isPresent();
  }

  private static String table(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  /** Of a statement that changes a table in several ways each is looked at for itself. */
  private static boolean isTakenAwayBy(String statement) {
    var changes =
        statement.startsWith(CHANGE)
            ? statement.replaceAll(NEXT_CHANGE, ";" + CHANGE + "it ").split(";")
            : new String[] {statement};
    return Arrays.stream(changes)
        .anyMatch(change -> TAKES_AWAY.stream().anyMatch(one -> one.matcher(change).find()));
  }
}
