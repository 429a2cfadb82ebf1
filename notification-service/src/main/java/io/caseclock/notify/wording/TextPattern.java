package io.caseclock.notify.wording;

import io.caseclock.contract.Names;
import io.caseclock.notify.wording.TemplateKind.Part;
import java.util.List;
import java.util.function.Function;

/**
 * Turns the names in braces of a template into numbers, as texts of messages have them, and back.
 */
final class TextPattern {

  /** The pattern of a template that {@link CheckTemplate} has let pass. */
  static Names of(TemplateKind kind, Part part, TemplateText template) {
    var placeholders = kind.placeholders(part);
    return new Names(
        numbered(placeholders, template.zh(), Names::zh),
        numbered(placeholders, template.en(), Names::en));
  }

  private static String numbered(
      List<Placeholder> placeholders, String template, Function<Names, String> language) {
    var pattern = template.replace("'", "''");
    for (var index = 0; index < placeholders.size(); index++) {
      var name = language.apply(placeholders.get(index).names());
      pattern = pattern.replace("{" + name + "}", "{" + index + "}");
    }
    return pattern;
  }

  /** The template of a pattern. */
  static TemplateText named(TemplateKind kind, Part part, Names pattern) {
    var placeholders = kind.placeholders(part);
    return new TemplateText(
        named(placeholders, pattern.zh(), Names::zh), named(placeholders, pattern.en(), Names::en));
  }

  private static String named(
      List<Placeholder> placeholders, String pattern, Function<Names, String> language) {
    var template = pattern.replace("''", "'");
    for (var index = 0; index < placeholders.size(); index++) {
      var name = language.apply(placeholders.get(index).names());
      template = template.replace("{" + index + "}", "{" + name + "}");
    }
    return template;
  }

  private TextPattern() {}
}
