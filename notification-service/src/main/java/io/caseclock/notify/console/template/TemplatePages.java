package io.caseclock.notify.console.template;

import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.wording.ChangeTemplate;
import io.caseclock.notify.wording.ChangeTemplate.Outcome;
import io.caseclock.notify.wording.Placeholder;
import io.caseclock.notify.wording.StoredTemplate;
import io.caseclock.notify.wording.Template;
import io.caseclock.notify.wording.TemplateFault;
import io.caseclock.notify.wording.TemplateFault.Fault;
import io.caseclock.notify.wording.TemplateKind;
import io.caseclock.notify.wording.TemplateKind.Part;
import io.caseclock.notify.wording.Templates;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each kind of message says, and other words for it. */
@Path("/templates")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class TemplatePages {

  private final PageContext page;
  private final Templates templates;
  private final ChangeTemplate change;
  private final InstantSource clock;

  @Inject
  TemplatePages(PageContext page, Templates templates, ChangeTemplate change, InstantSource clock) {
    this.page = page;
    this.templates = templates;
    this.change = change;
    this.clock = clock;
  }

  @GET
  public Response list() {
    var all = templates.all();
    return page.show(
        200,
        new TemplateList(
            Arrays.stream(TemplateKind.values()).map(kind -> line(kind, all.get(kind))).toList(),
            change.mayChange(page.caller())));
  }

  private static TemplateLine line(TemplateKind kind, @Nullable StoredTemplate stored) {
    var own = stored == null ? null : stored.template();
    return new TemplateLine(kind.wire(), own != null, own == null ? Template.shipped(kind) : own);
  }

  @GET
  @Path("{kind}")
  public Response show(
      @PathParam("kind") String kind, @QueryParam("saved") @Nullable String saved) {
    var known = known(kind);
    var form = TemplateForm.of(known, templates.all().get(known));
    return show(200, known, form, "yes".equals(saved) ? texts().saved() : "", "");
  }

  /** Shows how it would read, saves it, or gives the shipped words back; the button says which. */
  @POST
  @TakesForm({"version", "titleZh", "textZh", "titleEn", "textEn", "do"})
  @Path("{kind}")
  @Transactional
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
  public Response act(@PathParam("kind") String kind, MultivaluedMap<String, String> fields) {
    var known = known(kind);
    var form = TemplateForm.of(fields);
    if (!change.mayChange(page.caller())) {
      return answer(known, form, new Outcome.NotAllowed());
    }
    var now = clock.instant();
    return switch (Forms.text(fields, "do")) {
      case "save" ->
          answer(
              known, form, change.put(known, form.template(), form.version(), page.caller(), now));
      case "reset" -> answer(known, form, change.reset(known, form.version(), page.caller(), now));
      case "preview" -> preview(known, form);
      default -> throw FormRefusedException.noSuchValue("do");
    };
  }

  private Response preview(TemplateKind kind, TemplateForm form) {
    var isSound = form.template().faults(kind).isEmpty();
    return show(isSound ? 200 : 400, kind, form, "", isSound ? "" : texts().faulty());
  }

  private Response answer(TemplateKind kind, TemplateForm form, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> Links.to("/templates/" + Links.segment(kind.wire()) + "?saved=yes");
      case Outcome.Faulty faulty -> show(400, kind, form, "", texts().faulty());
      case Outcome.NotAllowed not -> show(403, kind, form, "", texts().notAllowed());
      case Outcome.Stale stale -> show(412, kind, form.over(stale.version()), "", texts().stale());
      case Outcome.ShippedAlready already -> show(409, kind, form, "", texts().shippedAlready());
    };
  }

  private Response show(
      int status, TemplateKind kind, TemplateForm form, String done, String refused) {
    var template = form.template();
    var faults = template.faults(kind);
    var stored = templates.all().get(kind);
    return page.show(
        status,
        new TemplateEdit(
            kind.wire(),
            form,
            stored,
            TemplateForm.of(kind, stored).template(),
            Template.shipped(kind),
            Filled.of(kind),
            new TextFaults(
                faults.stream()
                    .collect(Collectors.toMap(TemplateFault::place, fault -> said(fault.fault())))),
            faults.isEmpty() ? template.example(kind) : null,
            done,
            refused,
            change.mayChange(page.caller())));
  }

  private String said(Fault fault) {
    var texts = texts();
    return switch (fault) {
      case Fault.Empty empty -> texts.empty();
      case Fault.TooLong(int longest) -> texts.tooLong(longest);
      case Fault.NotPlain plain -> texts.notPlain();
      case Fault.LooseBrace brace -> texts.looseBrace();
      case Fault.Unknown(String name, List<String> known) ->
          texts.unknownName("{" + name + "}", TemplateFault.braced(known));
      case Fault.Missing(String name) -> texts.missingName("{" + name + "}");
    };
  }

  private WordingTexts texts() {
    return page.texts(WordingTexts.class);
  }

  private static TemplateKind known(String kind) {
    return TemplateKind.ofWire(kind)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such kind."));
  }

  /** A kind; {@code isOwn} where it does not say what the suite ships. */
  record TemplateLine(String kind, boolean isOwn, Template template) {}

  /** All kinds. */
  @CheckedTemplate(basePath = "template", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record TemplateList(List<TemplateLine> lines, boolean mayChange) implements TemplateInstance {}

  /**
   * One kind.
   *
   * @param stored null where nobody ever changed it
   * @param now what holds
   * @param faults what is wrong
   * @param example null where there are faults
   * @param done what was done; empty else
   * @param refused why what was asked was not done; empty else
   */
  @CheckedTemplate(basePath = "template", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record TemplateEdit(
      String kind,
      TemplateForm entered,
      @Nullable StoredTemplate stored,
      Template now,
      Template shipped,
      Filled filled,
      TextFaults faults,
      @Nullable Template example,
      String done,
      String refused,
      boolean mayChange)
      implements TemplateInstance {}

  /** What is wrong with each text, by place: {@code title/zh}. */
  record TextFaults(Map<String, String> faults) {

    /** Empty for a text without one. */
    public String at(String place) {
      return faults.getOrDefault(place, "");
    }
  }

  /** What each text is filled with, in braces. */
  record Filled(String titleZh, String textZh, String titleEn, String textEn) {

    static Filled of(TemplateKind kind) {
      return new Filled(
          braced(kind, Part.TITLE, Names::zh),
          braced(kind, Part.TEXT, Names::zh),
          braced(kind, Part.TITLE, Names::en),
          braced(kind, Part.TEXT, Names::en));
    }

    private static String braced(TemplateKind kind, Part part, Function<Names, String> language) {
      return TemplateFault.braced(
          kind.placeholders(part).stream().map(Placeholder::names).map(language).toList());
    }
  }
}
