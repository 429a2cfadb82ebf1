package io.caseclock.notify.console.level;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.attribute.Identifier;
import io.caseclock.contract.StraightText;
import io.caseclock.notify.console.frame.Links;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Set;

/**
 * There is no such case for the visitor. It is the same page where there is none and where one is
 * hidden from them, so that nobody learns which it is.
 *
 * @param action where the form is sent by which a case is opened in need; empty for whoever may
 *     not, and for what can be no number of a case
 * @param reason as it was entered
 * @param refused why nothing was opened; empty where nothing was asked
 * @param faulty whether the reason cannot be taken
 */
@CheckedTemplate(basePath = "level", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record CaseMissing(
    String caseId, String action, String reason, String refused, boolean faulty)
    implements TemplateInstance {

  private static final Set<Role> OPEN = Set.of(Role.OFFICER, Role.LEGAL_OFFICER, Role.PROSECUTOR);

  /** Cases are hidden from none of these. */
  private static final Set<Role> SEE_ALL =
      Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);

  /** Before anything was asked. */
  public static CaseMissing of(String caseId, Caller visitor) {
    var action =
        Identifier.read(caseId)
            .asValue()
            .filter(number -> mayOpen(visitor))
            .map(number -> Links.toCase(number) + "/break-glass")
            .orElse("");
    return new CaseMissing(StraightText.of(caseId), action, "", "", false);
  }

  /** Whether there are cases that the visitor might open in need. */
  public static boolean mayOpen(Caller visitor) {
    return visitor.roles().stream().anyMatch(OPEN::contains)
        && visitor.roles().stream().noneMatch(SEE_ALL::contains);
  }

  /** After the form was sent, and nothing was opened. */
  CaseMissing refused(String entered, String why) {
    return new CaseMissing(caseId, action, entered, why, false);
  }

  /** After the form was sent with a reason that cannot be taken. */
  CaseMissing faulty(String entered) {
    return new CaseMissing(caseId, action, entered, "", true);
  }
}
