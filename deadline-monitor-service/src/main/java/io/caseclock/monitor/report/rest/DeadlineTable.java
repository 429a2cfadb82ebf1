package io.caseclock.monitor.report.rest;

import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlinePage.Row;
import io.caseclock.monitor.rest.TableTime;
import io.caseclock.pack.Pack;
import io.caseclock.pack.RuleWords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines as lines of a table for people: names beside ids, times in the pack's own zone. Names
 * are looked up once.
 */
final class DeadlineTable {

  static final List<String> LANGUAGES = List.of("zh", "en");

  private static final List<Names> HEADER =
      List.of(
          new Names("级别", "Severity"),
          new Names("状态", "Status"),
          new Names("期限", "Deadline"),
          new Names("案件编号", "Case"),
          new Names("对象", "Subject"),
          new Names("要素", "Element"),
          new Names("由谁办理", "Whose duty"),
          new Names("清单", "List"),
          new Names("单位", "Unit"),
          new Names("单位编号", "Unit id"),
          new Names("责任民警", "Officer"),
          new Names("警号", "Officer id"),
          new Names("起算时间", "Started at"),
          new Names("到期日", "Due on"),
          new Names("到期时刻", "Due at"),
          new Names("结束时间", "Ended at"),
          new Names("超期风险", "Risk"),
          new Names("录入延迟", "Entered late"),
          new Names("暂定", "Provisional"),
          new Names("规则编号", "Rule id"),
          new Names("期限编号", "Deadline id"));

  private static final Names YES = new Names("是", "yes");

  private final Law law;
  private final Directory directory;
  private final boolean isChinese;
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> officers = new HashMap<>();

  /**
   * @param language one of {@link #LANGUAGES}
   */
  DeadlineTable(Law law, Directory directory, String language) {
    this.law = law;
    this.directory = directory;
    this.isChinese = language.equals("zh");
  }

  List<String> header() {
    return HEADER.stream().map(this::pick).toList();
  }

  @Nullable Object[] row(Row row, Instant now) {
    var deadline = row.deadline();
    var rule = law.rule(deadline.key().rule());
    var zone = rule.map(found -> found.pack().zone()).orElse(law.zone());
    var officer = deadline.responsible().officer();
    var risk = row.risk();
    return new @Nullable Object[] {
      pick(RuleWords.severity(deadline.rule().severity())),
      pick(deadline.statusAt(now).names()),
      rule.map(found -> pick(found.rule().names())).orElse(deadline.key().rule()),
      deadline.caseId(),
      deadline.key().subject().toString(),
      pick(RuleWords.element(deadline.rule().element())),
      rule.map(found -> pick(RuleWords.duty(found.rule().duty()))).orElse(null),
      list(deadline.rule().list()),
      units.computeIfAbsent(deadline.responsible().unit(), this::unit),
      deadline.responsible().unit(),
      officer == null ? null : officers.computeIfAbsent(officer, this::officer),
      officer,
      TableTime.moment(deadline.startedAt(), zone),
      deadline.dueOn(),
      TableTime.due(deadline.dueAt(), zone),
      TableTime.moment(deadline.endedAt(), zone),
      risk == null ? null : pick(risk.names()),
      mark(deadline.wasEnteredLate()),
      mark(deadline.isProvisional()),
      deadline.key().rule(),
      deadline.id()
    };
  }

  private String pick(Names names) {
    return isChinese ? names.zh() : names.en();
  }

  private @Nullable String mark(boolean holds) {
    return holds ? pick(YES) : null;
  }

  private String unit(String id) {
    return directory.unit(id).map(UnitEntry::names).map(this::pick).orElse(id);
  }

  private String officer(String id) {
    return directory.officer(id).map(OfficerEntry::name).orElse(id);
  }

  private String list(String id) {
    return law.packs().stream()
        .map(inForce -> named(inForce.pack(), id))
        .flatMap(Optional::stream)
        .findFirst()
        .map(this::pick)
        .orElse(id);
  }

  private static Optional<Names> named(Pack pack, String list) {
    return Optional.ofNullable(pack.lists().get(list)).map(found -> found.names());
  }
}
