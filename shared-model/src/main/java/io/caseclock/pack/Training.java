package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an officer is to learn who makes the same mistake again.
 *
 * @param rules ids of rules whose repeated breach calls for it
 * @param indicators ids of indicators; a breach of any rule that names one of them calls for it
 * @param lists ids of lists; a breach of any of their rules calls for it
 * @param findings kinds of findings that call for it
 */
public record Training(
    String id,
    Names names,
    Set<String> rules,
    Set<String> indicators,
    Set<String> lists,
    List<FindingKind> findings) {

  public Training {
    rules = Collections.unmodifiableSet(new LinkedHashSet<>(rules));
    indicators = Collections.unmodifiableSet(new LinkedHashSet<>(indicators));
    lists = Collections.unmodifiableSet(new LinkedHashSet<>(lists));
    findings = List.copyOf(findings);
  }

  /** Whether repeated breaches of a rule call for it. */
  public boolean isFor(Rule rule) {
    return rules.contains(rule.id())
        || lists.contains(rule.list())
        || rule.indicators().stream().anyMatch(indicators::contains);
  }

  /** Whether repeated findings of that cause about that element call for it. */
  public boolean isForFinding(String cause, String element) {
    return findings.stream().anyMatch(kind -> kind.covers(cause, element));
  }
}
