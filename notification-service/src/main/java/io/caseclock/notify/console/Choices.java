package io.caseclock.notify.console;

import io.caseclock.directory.Directory;
import io.caseclock.notify.console.Lines.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the selects of forms offer. */
@ApplicationScoped
public class Choices {

  /** What people are told of, the most usual first. */
  static final List<String> KINDS = List.of("warning", "breach", "notice", "finding", "task");

  /** The gravest first. */
  static final List<String> SEVERITIES = List.of("grave", "serious", "ordinary");

  private final Directory directory;

  @Inject
  Choices(Directory directory) {
    this.directory = directory;
  }

  /** The unit and all below it; where the directory does not know it yet, itself. */
  List<Choice> units(String root, Lines lines) {
    var known = directory.subtree(root);
    return known.isEmpty()
        ? List.of(new Choice(root, root))
        : known.stream().map(unit -> new Choice(unit.id(), lines.pick(unit.names()))).toList();
  }

  /** Those who are posted to exactly this unit. */
  List<Choice> officers(String unit) {
    return directory.officersOf(unit).stream()
        .map(officer -> new Choice(officer.id(), officer.name() + " " + officer.id()))
        .toList();
  }

  List<Choice> kinds(Lines lines) {
    return KINDS.stream().map(kind -> new Choice(kind, lines.text("policy_kind_" + kind))).toList();
  }

  List<Choice> severities(Lines lines) {
    return SEVERITIES.stream()
        .map(severity -> new Choice(severity, lines.level(severity)))
        .toList();
  }
}
