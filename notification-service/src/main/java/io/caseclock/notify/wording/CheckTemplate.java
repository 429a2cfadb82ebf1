package io.caseclock.notify.wording;

import io.caseclock.attribute.WrittenText;
import io.caseclock.contract.Names;
import io.caseclock.notify.wording.TemplateFault.Fault;
import io.caseclock.notify.wording.TemplateKind.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says what is wrong with a template. Each text says what the shipped one says: everything that is
 * filled in there is filled in here, and nothing else.
 */
final class CheckTemplate {

  private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");

  /** At most one fault of each text. */
  static List<TemplateFault> faults(TemplateKind kind, Template template) {
    var shipped = Template.shipped(kind);
    List<TemplateFault> faults = new ArrayList<>();
    for (var part : Part.values()) {
      fault(kind, part, template, shipped, TemplateText::zh, Names::zh)
          .ifPresent(fault -> faults.add(new TemplateFault(part, "zh", fault)));
      fault(kind, part, template, shipped, TemplateText::en, Names::en)
          .ifPresent(fault -> faults.add(new TemplateFault(part, "en", fault)));
    }
    return List.copyOf(faults);
  }

  private static Optional<Fault> fault(
      TemplateKind kind,
      Part part,
      Template template,
      Template shipped,
      Function<TemplateText, String> language,
      Function<Names, String> name) {
    var said = language.apply(template.of(part));
    var form = form(part, said);
    if (form.isPresent()) {
      return form;
    }
    var known =
        kind.placeholders(part).stream()
            .map(one -> name.apply(one.names()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return names(known, named(language.apply(shipped.of(part))), said);
  }

  private static Optional<Fault> form(Part part, String said) {
    if (WrittenText.isUnseen(said)) {
      return Optional.of(new Fault.Empty());
    }
    if (said.codePointCount(0, said.length()) > part.longest()) {
      return Optional.of(new Fault.TooLong(part.longest()));
    }
    return said.codePoints().allMatch(CheckTemplate::isPlain)
        ? Optional.empty()
        : Optional.of(new Fault.NotPlain());
  }

  /** No markup, no line breaks, nothing that hides or turns the direction of what follows. */
  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint != '<' && codePoint != '>';
    };
  }

  private static Optional<Fault> names(Set<String> known, Set<String> required, String said) {
    var rest = NAMED.matcher(said).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      return Optional.of(new Fault.LooseBrace());
    }
    var used = named(said);
    for (var name : used) {
      if (!known.contains(name)) {
        return Optional.of(new Fault.Unknown(name, List.copyOf(known)));
      }
    }
    return required.stream()
        .filter(name -> !used.contains(name))
        .findFirst()
        .map(Fault.Missing::new);
  }

  private static Set<String> named(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private CheckTemplate() {}
}
