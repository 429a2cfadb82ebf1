package io.caseclock.notify.console.deadline;

import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.filter.SavedFilter;
import io.caseclock.notify.monitor.Answer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The deadlines, what was asked for, and what may be done with them.
 *
 * @param ruleName what people call the chosen rule, or what was typed for it
 * @param fault why something was not done, or what of the filter is not known; empty else
 * @param answer of the monitor; what stands in {@code rows} where it told
 * @param next the place of the next page; empty on the last
 * @param root the unit whose subtree the visitor sees
 * @param now when this was asked, for the paper
 */
@CheckedTemplate(basePath = "deadline", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DeadlineList(
    DeadlineQuery query,
    String ruleName,
    String fault,
    Answer<Listed.Page> answer,
    List<Line> rows,
    String next,
    Heads heads,
    List<Chip> chips,
    List<Tab> tabs,
    Offered offered,
    Entered entered,
    Parts parts,
    String root,
    String now)
    implements TemplateInstance {

  /**
   * A row.
   *
   * @param mayTake whether it is overdue and the visitor might take it on
   * @param isTaken whether somebody has taken it on
   * @param isChosen whether it was chosen in a form that was refused
   */
  record Line(Listed deadline, boolean mayTake, boolean isTaken, boolean isChosen) {}

  /**
   * What of the page is there at all.
   *
   * @param mayTake whether anything can be taken on here
   * @param hasMore whether anything of the further conditions is asked for
   * @param csv where all rows are a file
   * @param xlsx where they are a workbook
   */
  record Parts(boolean mayTake, boolean hasMore, String csv, String xlsx) {

    private static final List<String> FURTHER =
        List.of("officer", "duty", "list", "element", "risk", "dueOnFrom", "dueOnTo", "sort");

    static Parts of(DeadlineQuery query, List<Line> rows) {
      return new Parts(
          rows.stream().anyMatch(Line::mayTake),
          FURTHER.stream().anyMatch(name -> !query.value(name).isEmpty()),
          export(query, "csv"),
          export(query, "xlsx"));
    }

    private static String export(DeadlineQuery query, String format) {
      return query.shown().and("format", format).behind(DeadlineQuery.PATH + "/export");
    }
  }

  /** The heads by which the table can be sorted. */
  record Heads(Head severity, Head rule, Head unit, Head officer, Head due) {}

  /**
   * A head of the table.
   *
   * @param url the page in its order, or in the reverse where it is sorted so already
   * @param order ascending or descending; none where it is sorted by something else
   */
  record Head(String url, String order) {}

  /** A value of the filter; {@code url} leads to the page without it. */
  record Chip(String text, String url) {}

  /** A filter under a name: one that everybody has, or the visitor's own. */
  record Tab(String name, String url, boolean isCurrent) {}

  /** What the form offers, and the visitor's own filters. */
  record Offered(
      List<Choice> windows,
      List<Choice> statuses,
      List<Choice> severities,
      List<Choice> elements,
      List<Choice> duties,
      List<Choice> risks,
      List<Choice> sorts,
      List<Choice> officers,
      List<SavedFilter> saved) {}

  /**
   * What a refused form held, so that nothing has to be typed again.
   *
   * @param today the first day that can be planned
   */
  record Entered(List<String> chosen, String planOn, String planText, String name, String today) {

    /** Leaves out people's own words. */
    @Override
    public String toString() {
      return "Entered[" + chosen.size() + "]";
    }
  }
}
