package io.caseclock.notify.console.indicator;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.notify.console.frame.CurrentLanguage;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PackNames.Counts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What an indicator counts, in plain words: what is above the line, and what below it. */
@Named("counts")
@RequestScoped
public class IndicatorWords {

  /** The names of more rules would be longer than the table; its own page links them all. */
  static final int MOST_RULES = 4;

  private final CurrentLanguage language;
  private final PackNames packs;

  @Inject
  IndicatorWords(CurrentLanguage language, PackNames packs) {
    this.language = language;
    this.packs = packs;
  }

  /** One sentence; empty for an indicator that no pack in force has, or that no rule feeds. */
  public String of(String id) {
    var counts = packs.indicators().get(id);
    if (counts == null) {
      return "";
    }
    var texts = language.texts(IndicatorTexts.class);
    return counts.reads().isOfDeadlines()
        ? ofDeadlines(counts, texts)
        : texts.counts(Words.of(counts.reads()));
  }

  private String ofDeadlines(Counts counts, IndicatorTexts texts) {
    List<Names> rules = counts.rules();
    if (rules.isEmpty()) {
      return "";
    }
    var named = language.get().listed(rules.stream().limit(MOST_RULES).map(this::pick).toList());
    return rules.size() > MOST_RULES
        ? texts.countsMoreRules(named, rules.size())
        : texts.countsRules(named);
  }

  private String pick(Names names) {
    return language.get().pick(names);
  }
}
