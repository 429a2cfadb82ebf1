package io.caseclock.monitor.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.testsupport.StatementLog;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What runs for each event, deadline or alarm names the case, so that one shard answers it where
 * the tables are spread over many: whatever is added to it without the case id fails here.
 */
class EveryHotStatementNamesItsCaseTest {

  private static final String JDBC = "io.caseclock.monitor.jdbc.";
  private static final Path SOURCES = Path.of("src/main/java", JDBC.replace('.', '/'));

  /** Whose statements run for each event, deadline or alarm, beside those of the rows. */
  private static final Set<String> HOT =
      Set.of(
          "JdbcWatchedCases",
          "JdbcDueDeadlines",
          "JdbcRiskWarnings",
          "CaseSizes",
          "DeadlineNews",
          "LateEntries");

  /** As {@code DeadlineRows}: the rows of one table. */
  private static final Pattern ROWS = Pattern.compile("[A-Z][a-z]+Rows");

  /** What is part of a statement that asks all shards, and why it may. */
  private static final Map<String, String> ASKS_ALL =
      Map.of(
          "skip locked",
          "the claim of a sweep: whatever is due, wherever it is kept, once a batch",
          "min(next_at) from alarm",
          "when the sweep looks again: whatever is due next, once a round",
          "from case_event e where e.source = r.source",
          "whether a source was silent shows in all its cases; asked of late entries alone",
          "from deadline d left join prediction p",
          "the pages of the job that goes through all that runs, every few minutes",
          "cause = 'audit'",
          "what the nightly audit found before, once a night",
          "from dead_letter l",
          "what operators settled, once a minute");

  /**
   * What is part of a statement that locks rows of many cases, which Citus does in one shard alone;
   * {@code deploy/citus/README.md} tells what has to come in their place.
   */
  private static final List<String> LOCKS_ROWS = List.of("skip locked", "case_id = any (?)");

  private static final String KEPT_BY_CASE =
      """
      select c.relname from pg_class c
      where c.relkind in ('r', 'p') and not c.relispartition
        and c.relnamespace = current_schema()::regnamespace
        and (pg_get_partkeydef(c.oid) = 'HASH (case_id)'
          or exists (select 1 from pg_index i
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
            where i.indrelid = c.oid and i.indisprimary and a.attname = 'case_id'))
      """;

  private final StatementLog log = new StatementLog();
  private Set<String> keptByCase = Set.of();

  @BeforeEach
  void aWholeStory() {
    var database = MonitorDatabase.fresh();
    keptByCase = Set.copyOf(new Sql(database).query(KEPT_BY_CASE, row -> row.getString(1)));
    new WatchedStory(log.over(database)).goesThroughAll();
  }

  @Test
  void a_statement_that_asks_all_shards_is_one_of_those_that_may() {
    Map<String, Set<String>> astray = new TreeMap<>();
    for (var sql : log.statements()) {
      var missing = CaseIdInSql.missingIn(sql, keptByCase);
      if (!missing.isEmpty() && ASKS_ALL.keySet().stream().noneMatch(sql::contains)) {
        astray.put(sql, missing);
      }
    }

    assertThat(keptByCase).contains("deadline", "case_event", "watched_case", "prediction");
    assertThat(astray).isEmpty();
  }

  @Test
  void each_of_those_that_may_is_still_asked() {
    var asksAll =
        log.statements().stream()
            .filter(sql -> !CaseIdInSql.missingIn(sql, keptByCase).isEmpty())
            .toList();

    assertThat(ASKS_ALL.keySet())
        .allSatisfy(part -> assertThat(asksAll).anyMatch(sql -> sql.contains(part)));
  }

  @Test
  void no_other_statement_locks_rows_than_those_that_are_known() {
    var locking = log.statements().stream().filter(sql -> sql.contains("for update")).toList();

    assertThat(locking).isNotEmpty().allMatch(sql -> LOCKS_ROWS.stream().anyMatch(sql::contains));
  }

  @Test
  void the_story_leaves_out_no_statement_of_those_that_run_for_each() throws Exception {
    var sent = log.statements();
    List<String> left = new ArrayList<>();
    var found = 0;
    for (var field : constants().toList()) {
      found++;
      if (sent.stream().noneMatch(sql -> sql.contains(text(field)))) {
        left.add(field.getDeclaringClass().getSimpleName() + "." + field.getName());
      }
    }

    assertThat(left).isEmpty();
    assertThat(found).isGreaterThan(HOT.size());
  }

  private static Stream<Field> constants() throws ReflectiveOperationException, IOException {
    List<Field> fields = new ArrayList<>();
    for (var name : hot()) {
      fields.addAll(Arrays.asList(Class.forName(JDBC + name).getDeclaredFields()));
    }
    return fields.stream().filter(EveryHotStatementNamesItsCaseTest::isStatement);
  }

  private static Set<String> hot() throws IOException {
    Set<String> names = new TreeSet<>(HOT);
    try (var files = Files.list(SOURCES)) {
      files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(ROWS.asMatchPredicate())
          .forEach(names::add);
    }
    assertThat(names).contains("DeadlineRows", "EventRows");
    return names;
  }

  /** A pattern that statements are made of is none. */
  private static boolean isStatement(Field field) {
    return Modifier.isStatic(field.getModifiers())
        && field.getType() == String.class
        && text(field).matches("(?s)(select|insert|update|delete|with) .*")
        && !text(field).contains("%s");
  }

  private static String text(Field field) {
    try {
      field.setAccessible(true);
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getName(), e);
    }
  }
}
