package io.caseclock.monitor.scaling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement, read as far as it takes to see whether it says of which cases it asks. It does so of
 * a table where the column {@code case_id} is among those it inserts, or is equal to a parameter,
 * to one of an array, to a column of what is kept by no case, or to the case id of a table of which
 * it says so. A condition is believed wherever it stands, also behind an "or".
 */
final class CaseIdInSql {

  private static final Pattern WORD = Pattern.compile("[a-z_][a-z_0-9]*|\\S");
  private static final Pattern EQUAL =
      Pattern.compile(
          "(?<left>(?:[a-z_0-9]+\\.)?[a-z_0-9]+)\\s*(?:=|\\bin\\b)\\s*(?<right>(?:[a-z_0-9]+\\.)?[a-z_0-9]+|\\?|\\()");

  /** A row of columns that is compared; what is in it stands in a scope of its own. */
  private static final Pattern ROW_EQUAL = Pattern.compile("\\(\\)(?<equal>\\s*(?:=|\\bin\\b))?");

  private static final Pattern ROW =
      Pattern.compile("\\s*(?<column>(?:[a-z_0-9]+\\.)?case_id)\\s*,.*", Pattern.DOTALL);

  private static final Set<String> NO_ALIAS =
      Set.of(
          "as",
          "set",
          "where",
          "on",
          "using",
          "join",
          "left",
          "inner",
          "cross",
          "order",
          "group",
          "limit",
          "for",
          "union",
          "select",
          "values",
          "returning",
          "from",
          "default");
  private static final String CASE_ID = "case_id";

  /**
   * A table that a statement reads or writes.
   *
   * @param called the name by which the statement calls it
   * @param isTarget whether rows are inserted into it
   */
  private record Table(String name, String called, boolean isTarget) {}

  /**
   * What stands between two parentheses, or the whole; what stands in further ones is not in it.
   */
  private static final class Scope {
    private final @Nullable Scope outer;
    private final StringBuilder text = new StringBuilder();
    private final List<Table> tables = new ArrayList<>();
    private final List<Scope> inner = new ArrayList<>();

    Scope(@Nullable Scope outer) {
      this.outer = outer;
    }

    boolean asksOfTables() {
      return Pattern.compile("\\b(from|update|join)\\b").matcher(text).find();
    }

    /** The table that is called so here, or in what is around; null for what is none of ours. */
    @Nullable Table called(String name) {
      for (var scope = this; scope != null; scope = scope.outer) {
        for (var table : scope.tables) {
          if (table.called().equals(name)) {
            return table;
          }
        }
      }
      return null;
    }

    /** The only table of the nearest scope that asks of any; null where there is none of ours. */
    @Nullable Table onlyOne() {
      for (var scope = this; scope != null; scope = scope.outer) {
        if (scope.asksOfTables()) {
          return scope.tables.size() == 1 ? scope.tables.getFirst() : null;
        }
      }
      return null;
    }
  }

  /** Two sides of which one is a case id; null for a side that is no case id of a table of ours. */
  private record Equal(@Nullable Table left, @Nullable Table right) {}

  private final String sql;
  private final Collection<String> ofCases;
  private final List<Scope> scopes = new ArrayList<>();

  private CaseIdInSql(String sql, Collection<String> ofCases) {
    this.sql = sql.toLowerCase(Locale.ROOT).replaceAll("'[^']*'", "''");
    this.ofCases = ofCases;
  }

  /**
   * The tables of which a statement asks without saying of which cases.
   *
   * @param ofCases the tables that are kept by case
   */
  static Set<String> missingIn(String sql, Collection<String> ofCases) {
    var statement = new CaseIdInSql(sql, ofCases);
    statement.cutIntoScopes();
    statement.scopes.forEach(statement::findTables);
    return statement.missing();
  }

  private void cutIntoScopes() {
    Deque<Scope> open = new ArrayDeque<>();
    open.push(opened(null));
    for (var character : sql.toCharArray()) {
      switch (character) {
        case '(' -> {
          open.element().text.append('(');
          open.push(opened(open.element()));
        }
        case ')' -> {
          open.pop();
          open.element().text.append(')');
        }
        default -> open.element().text.append(character);
      }
    }
  }

  private Scope opened(@Nullable Scope outer) {
    var scope = new Scope(outer);
    scopes.add(scope);
    if (outer != null) {
      outer.inner.add(scope);
    }
    return scope;
  }

  /** A name of ours that neither qualifies a column nor is one. */
  private void findTables(Scope scope) {
    var words = WORD.matcher(scope.text).results().map(found -> found.group()).toList();
    for (var at = 0; at < words.size(); at++) {
      if (ofCases.contains(words.get(at))
          && !word(words, at + 1).equals(".")
          && !word(words, at - 1).equals(".")) {
        var next = word(words, at + 1).equals("as") ? at + 2 : at + 1;
        var alias = word(words, next);
        var isAlias = alias.matches("[a-z_].*") && !NO_ALIAS.contains(alias);
        scope.tables.add(
            new Table(
                words.get(at),
                isAlias ? alias : words.get(at),
                word(words, at - 1).equals("into")));
      }
    }
  }

  private static String word(List<String> words, int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at);
  }

  private Set<String> missing() {
    List<Equal> equals = new ArrayList<>();
    scopes.forEach(scope -> equals.addAll(equalities(scope)));
    Set<Table> said = identitySet();
    scopes.forEach(
        scope -> scope.tables.stream().filter(this::isInsertedWithIt).forEach(said::add));
    var before = -1;
    while (said.size() > before) {
      before = said.size();
      for (var one : equals) {
        if (one.left() != null && (one.right() == null || said.contains(one.right()))) {
          said.add(one.left());
        }
        if (one.right() != null && (one.left() == null || said.contains(one.left()))) {
          said.add(one.right());
        }
      }
    }
    Set<String> missing = new HashSet<>();
    for (var scope : scopes) {
      scope.tables.stream()
          .filter(table -> !said.contains(table))
          .forEach(table -> missing.add(table.name()));
    }
    return missing;
  }

  /** The same name in two scopes is two tables. */
  private static Set<Table> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private boolean isInsertedWithIt(Table table) {
    return table.isTarget()
        && Pattern.compile("into " + table.name() + "\\s*\\([^)]*\\b" + CASE_ID + "\\b")
            .matcher(sql)
            .find();
  }

  private static List<Equal> equalities(Scope scope) {
    List<Equal> found = new ArrayList<>();
    var matcher = EQUAL.matcher(scope.text);
    while (matcher.find()) {
      var left = table(scope, matcher.group("left"));
      var right = table(scope, matcher.group("right"));
      if (left != null || right != null) {
        found.add(new Equal(left, right));
      }
    }
    found.addAll(equalRows(scope));
    return found;
  }

  /** Rows that begin with a case id, as {@code (d.case_id, d.id) in (…)}. */
  private static List<Equal> equalRows(Scope scope) {
    List<Equal> found = new ArrayList<>();
    var next = scope.inner.iterator();
    var groups = ROW_EQUAL.matcher(scope.text);
    while (groups.find()) {
      var row = ROW.matcher(next.next().text);
      if (groups.group("equal") != null && row.matches()) {
        found.add(new Equal(table(scope, row.group("column")), null));
      }
    }
    return found;
  }

  /** Whose case id it is; null where it is none, or of what is not kept by case. */
  private static @Nullable Table table(Scope scope, String side) {
    if (side.equals(CASE_ID)) {
      return scope.onlyOne();
    }
    return side.endsWith("." + CASE_ID) ? scope.called(side.substring(0, side.indexOf('.'))) : null;
  }
}
