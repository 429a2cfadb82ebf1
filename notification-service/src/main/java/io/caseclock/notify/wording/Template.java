package io.caseclock.notify.wording;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.wording.TemplateKind.Part;

/** The wording of one kind of message, with names in braces for what is filled in. */
public record Template(Names title, Names text) {

  /** As the suite comes. */
  public static Template shipped(TemplateKind kind) {
    return new Template(
        TextPattern.named(kind, Part.TITLE, MessageTexts.shipped(kind.key(Part.TITLE))),
        TextPattern.named(kind, Part.TEXT, MessageTexts.shipped(kind.key(Part.TEXT))));
  }

  public Names of(Part part) {
    return part == Part.TITLE ? title : text;
  }

  /** How it reads when it is filled with examples. */
  public Template example(TemplateKind kind) {
    return new Template(example(kind, Part.TITLE), example(kind, Part.TEXT));
  }

  private Names example(TemplateKind kind, Part part) {
    var examples = kind.placeholders(part).stream().map(Placeholder::example).toArray();
    return MessageTexts.fill(TextPattern.of(kind, part, of(part)), examples);
  }
}
