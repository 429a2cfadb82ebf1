package io.caseclock.notify.console.search;

import io.caseclock.directory.UnitEntry;
import io.caseclock.notify.casefile.CaseRecords.Found;
import io.caseclock.notify.casefile.CaseRecords.NoticeLine;
import io.caseclock.notify.console.directory.DirectoryLinks;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.monitor.Answer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What was found.
 *
 * @param searched whether the text was long enough to search
 * @param units of the visitor's own subtree
 * @param mayReadDirectory whether the pages of units and officers are open to the visitor
 * @param inNeed the number of a case that the visitor may try to open in need; empty for none
 * @param isEmpty whether nothing was found
 * @param answer what the monitor said, to tell that it is away
 */
@CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SearchFound(
    String text,
    boolean searched,
    Answer<CaseHits> answer,
    CaseHits hits,
    Found<NoticeLine> notices,
    List<Choice> rules,
    List<UnitEntry> units,
    boolean mayReadDirectory,
    String inNeed,
    boolean isEmpty)
    implements TemplateInstance {

  /** Where nothing was searched. */
  static SearchFound nothing(String text) {
    return new SearchFound(
        text,
        false,
        new Answer.Told<>(CaseHits.NONE),
        CaseHits.NONE,
        new Found<>(List.of(), false),
        List.of(),
        List.of(),
        false,
        "",
        true);
  }

  /** What was found for a text. */
  static SearchFound of(
      String text,
      Answer<CaseHits> answer,
      Found<NoticeLine> notices,
      List<Choice> rules,
      List<UnitEntry> units,
      boolean mayReadDirectory,
      String inNeed) {
    var hits = answer.toldOrEmpty().orElse(CaseHits.NONE);
    var isEmpty =
        hits.cases().hits().isEmpty()
            && hits.subjects().hits().isEmpty()
            && hits.officers().hits().isEmpty()
            && notices.lines().isEmpty()
            && rules.isEmpty()
            && units.isEmpty();
    return new SearchFound(
        text, true, answer, hits, notices, rules, units, mayReadDirectory, inNeed, isEmpty);
  }

  /** The page of an officer in the directory. */
  @TemplateExtension
  static String inDirectory(CaseHits.OfficerHit officer) {
    return DirectoryLinks.officer(officer.id());
  }

  /** The page of a unit in the directory. */
  @TemplateExtension
  static String inDirectory(UnitEntry unit) {
    return DirectoryLinks.unit(unit.id());
  }

  /** The deadlines of a unit with all below it. */
  @TemplateExtension
  static String deadlines(UnitEntry unit) {
    return Links.deadlinesIn(unit.id());
  }

  /** The deadlines of an officer. */
  @TemplateExtension
  static String deadlines(CaseHits.OfficerHit officer) {
    return Links.deadlinesOf(officer.id());
  }
}
