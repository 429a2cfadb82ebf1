package io.caseclock.notify.console.search;

import io.caseclock.notify.casefile.CaseRecords.Found;
import io.caseclock.notify.casefile.CaseRecords.NoticeLine;
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
        true);
  }

  /** What was found for a text. */
  static SearchFound of(
      String text, Answer<CaseHits> answer, Found<NoticeLine> notices, List<Choice> rules) {
    var hits = answer.toldOrEmpty().orElse(CaseHits.NONE);
    var isEmpty =
        hits.cases().hits().isEmpty()
            && hits.subjects().hits().isEmpty()
            && hits.officers().hits().isEmpty()
            && notices.lines().isEmpty()
            && rules.isEmpty();
    return new SearchFound(text, true, answer, hits, notices, rules, isEmpty);
  }

  /** The deadlines of an officer. */
  @TemplateExtension
  static String deadlines(CaseHits.OfficerHit officer) {
    return Links.deadlinesOf(officer.id());
  }
}
