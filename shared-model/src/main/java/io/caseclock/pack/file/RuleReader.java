package io.caseclock.pack.file;

import io.caseclock.pack.Alternative;
import io.caseclock.pack.Bound;
import io.caseclock.pack.DeadlineTrigger;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Extension;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Lead;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import io.caseclock.pack.TermBounds;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one rule. */
final class RuleReader {

  static final String MONTH_END = "month-end";

  private static final Term DAY = new Term(1, Term.Unit.CALENDAR_DAYS);
  static final Set<String> SEVERITIES = Set.of("grave", "serious", "ordinary");
  private static final Set<String> DUTIES = Set.of("authority", "party");
  private static final Set<String> CONFIDENCES = Set.of("verified-text", "from-memory");

  private final Map<String, Fact> facts;
  private final boolean areFactsRight;
  private final List<WarningLadder> ladders;
  private final MonthEnd monthEnd;

  /**
   * @param areFactsRight false where what is not declared may only be misspelt there
   * @param ladders the pack's own lead times
   * @param monthEnd how the pack counts months where a version says nothing
   */
  RuleReader(
      Map<String, Fact> facts,
      boolean areFactsRight,
      List<WarningLadder> ladders,
      MonthEnd monthEnd) {
    this.facts = facts;
    this.areFactsRight = areFactsRight;
    this.ladders = ladders;
    this.monthEnd = monthEnd;
  }

  Rule read(YamlObject item) {
    item.only(
        "id",
        "names",
        "element",
        "duty",
        "statutory",
        "confidence",
        "severity",
        "list",
        "indicators",
        "breach",
        "when",
        "direction",
        "bound",
        "starts",
        "dueOf",
        "transition",
        "stops",
        "cancels",
        "onLapse",
        "versions",
        "note");
    var severity = among(item, "severity", SEVERITIES);
    return new Rule(
        item.id("id"),
        item.names("names"),
        item.text("element"),
        duty(item),
        item.flag("statutory"),
        among(item, "confidence", CONFIDENCES),
        severity,
        item.text("list"),
        item.texts("indicators"),
        item.oneOf("breach", Rule.BreachPolicy.class),
        when(item),
        item.oneOf("direction", Direction.class),
        item.oneOf("bound", Bound.class),
        starts(item),
        follows(item),
        item.texts("dueOf"),
        triggers(item, "stops"),
        triggers(item, "cancels"),
        item.optionalNames("onLapse"),
        item.has("transition")
            ? item.oneOf("transition", Rule.Transition.class)
            : Rule.Transition.GRANDFATHERED,
        item.objects("versions").stream().map(one -> version(one, severity)).toList());
  }

  private RuleVersion version(YamlObject item, String severity) {
    item.only(
        "id",
        "from",
        "to",
        "period",
        "term",
        "startDayCounts",
        MONTH_END,
        "roll",
        "tolling",
        "extensions",
        "restarts",
        "warnings",
        "alternative",
        "basis",
        "note");
    var period = term(item, "period");
    return new RuleVersion(
        item.text("id"),
        item.day("from"),
        item.has("to") ? item.day("to") : null,
        period,
        item.has("term") ? bounds(item.object("term")) : null,
        item.flag("startDayCounts"),
        item.has(MONTH_END) ? item.oneOf(MONTH_END, MonthEnd.class) : monthEnd,
        item.oneOf("roll", Roll.class),
        item.objects("tolling").stream().map(RuleReader::tolling).toList(),
        item.objects("extensions").stream().map(RuleReader::extension).toList(),
        item.objects("restarts").stream().map(RuleReader::restart).toList(),
        warnings(item, period, severity),
        item.has("alternative") ? alternative(item.object("alternative")) : null,
        item.objects("basis").stream().map(RuleReader::basis).toList());
  }

  private List<Lead> warnings(YamlObject item, Term period, String severity) {
    if (!item.has("warnings")) {
      return defaultWarnings(period, severity);
    }
    return item.has("period")
        ? leadsWithin(item, "warnings", period.roughly(), period.toString())
        : leads(item, "warnings");
  }

  private List<Lead> defaultWarnings(Term period, String severity) {
    return ladders.stream()
        .filter(ladder -> ladder.fits(period, severity))
        .findFirst()
        .map(WarningLadder::before)
        .orElse(List.of());
  }

  private Map<String, Set<Object>> when(YamlObject item) {
    Map<String, Set<Object>> when = new LinkedHashMap<>();
    if (!item.has("when")) {
      item.mistake("when", "'when' is missing; expected {} or facts with their values");
      return when;
    }
    var conditions = item.object("when");
    for (var name : conditions.memberNames()) {
      var value = conditions.value(name);
      Set<Object> accepted =
          value instanceof List<?> several ? Set.copyOf(several) : Set.of(String.valueOf(value));
      if (value instanceof Boolean flag) {
        accepted = Set.of(flag);
      }
      var fact = facts.get(name);
      if (fact == null) {
        if (areFactsRight) {
          conditions.mistake(
              name,
              "the fact '"
                  + name
                  + "' is not declared in facts.yaml"
                  + Nearest.hint(name, facts.keySet()));
        }
      } else if (!fact.values().containsAll(accepted)) {
        conditions.mistake(name, "'" + name + "' is one of " + fact.values() + ", not " + accepted);
      }
      when.put(name, accepted);
    }
    return when;
  }

  /** A word of the field, or the name of another organ; not a misspelt one of the two. */
  private static String duty(YamlObject item) {
    var duty = item.id("duty");
    var hint = DUTIES.contains(duty) ? "" : Nearest.hint(duty, DUTIES);
    if (!hint.isEmpty()) {
      item.mistake("duty", "the duty is that of an 'authority', a 'party' or another organ" + hint);
    }
    return duty;
  }

  private static Tolling tolling(YamlObject item) {
    item.only("from", "to", "of", "names", "basis", "note");
    var scope = scope(item);
    if (item.has("from") && item.textOr("from", "").equals(item.textOr("to", ""))) {
      item.mistake("to", "a span ends by another event than the one that begins it");
    }
    return new Tolling(
        new Trigger(item.text("from"), scope),
        new Trigger(item.text("to"), scope),
        item.names("names"));
  }

  /** The event types among what starts a rule. */
  private static List<String> starts(YamlObject item) {
    return item.items("starts").stream()
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue())
        .toList();
  }

  /** The deadlines of other rules among what starts a rule. */
  private static List<DeadlineTrigger> follows(YamlObject item) {
    return item.items("starts").stream()
        .filter(node -> !(node instanceof ScalarNode))
        .map(node -> item.nested(node).only("deadline", "at"))
        .map(
            trigger ->
                new DeadlineTrigger(
                    trigger.text("deadline"), trigger.oneOf("at", DeadlineTrigger.Moment.class)))
        .toList();
  }

  private static TermBounds bounds(YamlObject item) {
    item.only("least", "most");
    if (!item.has("least") && !item.has("most")) {
      item.mistake("most", "'term' says 'least', 'most' or both");
    }
    var bounds =
        new TermBounds(
            item.has("least") ? term(item, "least") : null,
            item.has("most") ? term(item, "most") : null);
    if (bounds.least() != null && !bounds.allows(bounds.least())) {
      item.mistake("least", "'least' is longer than 'most'");
    }
    return bounds;
  }

  private static Extension extension(YamlObject item) {
    item.only("adds", "times", "total", "level", "approvedBy", "conditions", "basis", "note");
    return new Extension(
        term(item, "adds"),
        item.scalar("times", "a number from 1 to 99", RuleReader::times, 1),
        item.has("total") ? term(item, "total") : null,
        item.text("level"),
        item.names("approvedBy"),
        item.optionalNames("conditions"));
  }

  private static Integer times(String text) {
    var times = Integer.valueOf(text);
    if (times < 1 || times > Extension.UNLIMITED) {
      throw new IllegalArgumentException(text);
    }
    return times;
  }

  private static Restart restart(YamlObject item) {
    item.only("event", "of", "names", "basis", "note");
    return new Restart(
        new Trigger(item.text("event"), scope(item)), item.names("names"), item.text("basis"));
  }

  private static Alternative alternative(YamlObject item) {
    item.only("period", "roll", "startDayCounts", MONTH_END, "basis", "use", "note");
    return new Alternative(
        term(item, "period"),
        item.has("roll") ? item.oneOf("roll", Roll.class) : null,
        item.has("startDayCounts") ? item.flag("startDayCounts") : null,
        item.has(MONTH_END) ? item.oneOf(MONTH_END, MonthEnd.class) : null,
        item.text("basis"),
        item.optionalNames("use"));
  }

  private static LegalBasis basis(YamlObject item) {
    item.only("law", "article", "version", "from", "url", "quote", "note");
    return new LegalBasis(
        item.text("law"),
        item.text("article"),
        item.optionalText("version"),
        item.has("from") ? item.day("from") : null,
        item.optionalText("url"),
        item.optionalText("quote"));
  }

  private static List<Trigger> triggers(YamlObject item, String member) {
    List<Trigger> triggers = new ArrayList<>();
    for (Node node : item.items(member)) {
      if (node instanceof ScalarNode scalar) {
        triggers.add(new Trigger(scalar.getValue(), Trigger.Scope.SUBJECT));
      } else {
        var trigger = item.nested(node).only("event", "of");
        triggers.add(new Trigger(trigger.text("event"), scope(trigger)));
      }
    }
    return triggers;
  }

  private static Trigger.Scope scope(YamlObject item) {
    return item.has("of") ? item.oneOf("of", Trigger.Scope.class) : Trigger.Scope.SUBJECT;
  }

  private static Term term(YamlObject item, String member) {
    return item.scalar(
        member,
        "a period like '30 calendar-days' (hours, calendar-days, working-days, months, years), or"
            + " steps like '1 months + 5 working-days'",
        Term::parse,
        DAY);
  }

  /** Lengths of time before the due instant, longest first. */
  static List<Lead> leads(YamlObject item, String member) {
    List<Lead> leads = new ArrayList<>();
    for (var text : item.texts(member)) {
      try {
        leads.add(Lead.parse(text));
      } catch (IllegalArgumentException e) {
        item.mistake(member, "'" + member + "' lists lengths: " + e.getMessage());
      }
    }
    leads.sort(Lead.LONGEST_FIRST);
    return leads;
  }

  /** The same; what is not shorter than the whole never comes, and is a mistake. */
  static List<Lead> leadsWithin(YamlObject item, String member, Duration whole, String shown) {
    var leads = leads(item, member);
    leads.stream()
        .filter(lead -> lead.roughly().compareTo(whole) >= 0)
        .forEach(
            lead -> item.mistake(member, "a warning " + lead + " ahead is not within " + shown));
    return leads;
  }

  private static String among(YamlObject item, String member, Set<String> allowed) {
    var text = item.text(member);
    if (!text.isBlank() && !allowed.contains(text)) {
      item.mistake(
          member, "'" + member + "' should be one of " + allowed.stream().sorted().toList());
    }
    return text;
  }
}
