package io.caseclock.notify.console.template;

import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.wording.StoredTemplate;
import io.caseclock.notify.wording.Template;
import io.caseclock.notify.wording.TemplateKind;
import io.caseclock.notify.wording.TemplateText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The texts of one kind of message as the form holds them. */
record TemplateForm(String titleZh, String titleEn, String textZh, String textEn, int version) {

  static TemplateForm of(TemplateKind kind, @Nullable StoredTemplate stored) {
    var own = stored == null ? null : stored.template();
    var holds = own == null ? Template.shipped(kind) : own;
    return new TemplateForm(
        holds.title().zh(),
        holds.title().en(),
        holds.text().zh(),
        holds.text().en(),
        stored == null ? 0 : stored.version());
  }

  static TemplateForm of(MultivaluedMap<String, String> fields) {
    return new TemplateForm(
        Forms.text(fields, "titleZh"),
        Forms.text(fields, "titleEn"),
        Forms.text(fields, "textZh"),
        Forms.text(fields, "textEn"),
        Objects.requireNonNullElse(Forms.version(fields.getFirst("version")), 0));
  }

  /** The same texts, to be saved over another version. */
  TemplateForm over(int other) {
    return new TemplateForm(titleZh, titleEn, textZh, textEn, other);
  }

  Template template() {
    return new Template(new TemplateText(titleZh, titleEn), new TemplateText(textZh, textEn));
  }
}
