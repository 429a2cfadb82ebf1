package io.caseclock.notify.bulletin;

import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers.Ahead;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.PeriodNumbers.UnitAhead;
import io.caseclock.contract.PeriodNumbers.UnitCounts;
import io.caseclock.notify.bulletin.Table.Cell;
import io.caseclock.notify.message.MessageTexts;
import java.util.ArrayList;
import java.util.List;

/** The tables of a bulletin that go unit by unit. */
final class UnitTables {

  private final MessageTexts texts;

  UnitTables(MessageTexts texts) {
    this.texts = texts;
  }

  Table units(BulletinContent content) {
    var units = content.period().units();
    var head =
        List.of(
            say("col.unit"),
            say("row.due"),
            say("row.met"),
            say("row.breached"),
            say("col.breached-before"),
            say("row.overdue"));
    return new Table(
        say("table.units"),
        head,
        units.rows().stream().map(one -> row(content, one)).toList(),
        units.further());
  }

  private static List<Cell> row(BulletinContent content, UnitCounts one) {
    return List.of(
        Cell.of(content.nameOf(one.unit())),
        Cell.of(one.counts().due()),
        Cell.of(one.counts().metInTime()),
        Cell.of(one.counts().breached()),
        Cell.of(one.before().breached()),
        Cell.of(one.counts().overdueOpen()));
  }

  /** What a monthly bulletin has besides. */
  List<Table> ofMonth(BulletinContent content) {
    return content.period().kind() == Kind.MONTHLY
        ? List.of(ahead(content), aheadRows(content), atZero(content), movements(content))
        : List.of();
  }

  private Table ahead(BulletinContent content) {
    var ahead = content.period().ahead();
    return new Table(
        say("table.ahead"),
        List.of(say("col.unit"), say("col.ahead")),
        ahead.rows().stream()
            .map(one -> List.of(Cell.of(content.nameOf(one.unit())), Cell.of(one.count())))
            .toList(),
        ahead.further());
  }

  private Table aheadRows(BulletinContent content) {
    var zone = content.period().zone();
    List<List<Cell>> rows = new ArrayList<>();
    var all = 0L;
    for (UnitAhead unit : content.period().ahead().rows()) {
      all += unit.count();
      for (Ahead one : unit.first()) {
        var officer = one.officer();
        rows.add(
            List.of(
                Cell.of(texts.due(one.dueAt(), zone)),
                Cell.ofCase(one.caseId()),
                Cell.of(texts.thing(one.subject())),
                Cell.of(one.names()),
                Cell.of(content.nameOf(one.unit())),
                officer == null ? Cell.none() : Cell.of(officer)));
      }
    }
    var head =
        List.of(
            say("col.due"),
            say("col.case"),
            say("col.subject"),
            say("col.rule"),
            say("col.unit"),
            say("col.officer"));
    return new Table(say("table.ahead-rows"), head, rows, all - rows.size());
  }

  private Table atZero(BulletinContent content) {
    var units = content.period().atZero();
    return new Table(
        say("table.zero"),
        List.of(say("col.unit")),
        units.rows().stream().map(one -> List.of(Cell.of(content.nameOf(one)))).toList(),
        units.further());
  }

  private Table movements(BulletinContent content) {
    var movements = content.period().movements();
    return new Table(
        say("table.movements"),
        List.of(say("col.unit"), say("col.breached-before"), say("row.breached")),
        movements.rows().stream()
            .map(
                one ->
                    List.of(
                        Cell.of(content.nameOf(one.unit())),
                        Cell.of(one.before()),
                        Cell.of(one.after())))
            .toList(),
        movements.further());
  }

  private Names say(String key) {
    return texts.say("bulletin." + key);
  }
}
