package io.caseclock.notify.wording;

import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.wording.TemplateKind.Part;
import java.util.List;

/** The wording of one kind of message, with names in braces for what is filled in. */
public record Template(TemplateText title, TemplateText text) {

  /** As the suite comes. */
  public static Template shipped(TemplateKind kind) {
    return new Template(
        TextPattern.named(kind, Part.TITLE, MessageTexts.shipped(kind.key(Part.TITLE))),
        TextPattern.named(kind, Part.TEXT, MessageTexts.shipped(kind.key(Part.TEXT))));
  }

  public TemplateText of(Part part) {
    return part == Part.TITLE ? title : text;
  }

  /** What is wrong with it, at most one fault of each text; empty where it may hold. */
  public List<TemplateFault> faults(TemplateKind kind) {
    return CheckTemplate.faults(kind, this);
  }

  /** How it reads when it is filled with examples; only for one without faults. */
  public Template example(TemplateKind kind) {
    return new Template(example(kind, Part.TITLE), example(kind, Part.TEXT));
  }

  private TemplateText example(TemplateKind kind, Part part) {
    var examples = kind.placeholders(part).stream().map(Placeholder::example).toArray();
    return TemplateText.of(MessageTexts.fill(TextPattern.of(kind, part, of(part)), examples));
  }
}
