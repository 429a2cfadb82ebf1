package io.caseclock.notify.console.silence;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.audit.NotAudited;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.AskForSilence.Done;
import io.caseclock.notify.silence.AskForSilence.Misspelt;
import io.caseclock.notify.silence.AskForSilence.Outcome;
import io.caseclock.notify.silence.AskForSilence.Refused;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silence.Standing;
import io.caseclock.notify.silence.SilenceGroup;
import io.caseclock.notify.silence.Silences;
import io.caseclock.rest.TakesQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is not told for a while: asked for by one person, approved by another. */
@Path("/silences")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class SilencePages {

  private static final int MOST_LINES = 100;
  private static final Duration USUAL = Duration.ofDays(1);

  private final PageContext page;
  private final PageFormat format;
  private final AskForSilence ask;
  private final Silences silences;
  private final PackNames names;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  SilencePages(
      PageContext page,
      PageFormat format,
      AskForSilence ask,
      Silences silences,
      PackNames names,
      PageTime time,
      InstantSource clock) {
    this.page = page;
    this.format = format;
    this.ask = ask;
    this.silences = silences;
    this.names = names;
    this.time = time;
    this.clock = clock;
  }

  @GET
  @Transactional
  @NotAudited("a list; of the case that its form begins with it shows nothing")
  @TakesQuery({"state", "unit", "kind", "severity", "list", "rule", "case"})
  public Response list(@Context UriInfo uri) {
    var query = uri.getQueryParameters();
    var group = SilenceGroup.ofWire(Forms.text(query, "state")).orElse(SilenceGroup.PRESENT);
    var form = SilenceForm.asked(query, page.root(), usualEnd());
    return page(200, group, form, "");
  }

  private SilenceForm emptyForm() {
    return SilenceForm.empty(page.root(), usualEnd());
  }

  private String usualEnd() {
    return time.local(clock.instant().plus(USUAL));
  }

  @POST
  @TakesForm({
    "unit",
    "kind",
    "severity",
    "list",
    "rule",
    "caseId",
    "everything",
    "reason",
    "until"
  })
  @Transactional
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response propose(MultivaluedMap<String, String> fields) {
    var form = SilenceForm.of(fields);
    var now = clock.instant();
    var wish = form.wish(time, now);
    if (wish.isEmpty()) {
      return page(400, SilenceGroup.WAITING, form, texts().incomplete());
    }
    var id = UUID.randomUUID().toString();
    return answer(ask.propose(form.covers(), id, wish.get(), page.caller(), now), form);
  }

  @GET
  @Path("{id}/{step}")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back("/silences", lang);
  }

  @POST
  @Path("{id}/approve")
  @Transactional
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response approve(@PathParam("id") String id) {
    return answer(ask.approve(id, page.caller(), clock.instant()), emptyForm());
  }

  @POST
  @Path("{id}/end")
  @Transactional
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response end(@PathParam("id") String id) {
    return answer(ask.end(id, page.caller(), clock.instant()), emptyForm());
  }

  private Response answer(Outcome outcome, SilenceForm form) {
    return switch (outcome) {
      case Done done -> Links.to(path(SilenceGroup.of(done.silence().standing(clock.instant()))));
      case Refused refused ->
          page(
              refused.why().type().status(),
              SilenceGroup.WAITING,
              form,
              texts().refused(refused.why()));
      case Misspelt misspelt -> page(400, SilenceGroup.WAITING, form, texts().incomplete());
    };
  }

  private SilenceTexts texts() {
    return page.texts(SilenceTexts.class);
  }

  private static String path(SilenceGroup group) {
    return group == SilenceGroup.PRESENT ? "/silences" : "/silences?state=" + group.wire();
  }

  private Response page(int status, SilenceGroup group, SilenceForm form, String refused) {
    var now = clock.instant();
    var root = page.root();
    return page.show(
        status,
        new SilenceList(
            group.wire(),
            tabs(root, now),
            silences.within(root, group, now, MOST_LINES).stream()
                .map(one -> line(one, now))
                .toList(),
            refused,
            mayAsk(page.caller()),
            form,
            root,
            time.local(now),
            time.local(now.plus(AskForSilence.LONGEST))));
  }

  private List<Tab> tabs(String root, Instant now) {
    return Stream.of(SilenceGroup.values())
        .map(
            group ->
                new Tab(
                    group.wire(),
                    path(group),
                    group == SilenceGroup.PAST
                        ? ""
                        : Integer.toString(silences.within(root, group, now, MOST_LINES).size())))
        .toList();
  }

  private SilenceLine line(Silence silence, Instant now) {
    var present = page.caller();
    var standing = silence.standing(now);
    var ends = mayAsk(present) && standing != Standing.OVER;
    var isAuthor = present.asOfficer().equals(Optional.of(silence.author()));
    return new SilenceLine(
        silence,
        standing,
        covers(silence.covers()),
        ends && standing == Standing.PROPOSED && !isAuthor,
        ends,
        isAuthor);
  }

  /** Only a legal officer or a supervisor who is an officer asks, approves and ends. */
  private static boolean mayAsk(Caller visitor) {
    return (visitor.is(Role.LEGAL_OFFICER) || visitor.is(Role.SUPERVISOR))
        && visitor.asOfficer().isPresent();
  }

  private String covers(Silence.Covers covers) {
    var texts = page.texts(CommonTexts.class);
    if (covers.isEverything()) {
      return texts.coversAll();
    }
    return format.listed(
        Stream.of(
                Optional.ofNullable(covers.kind()).map(texts::policyKind),
                Optional.ofNullable(covers.severity()).map(texts::level),
                Optional.ofNullable(covers.list()).map(it -> names.list(it, page.language())),
                Optional.ofNullable(covers.rule()).map(it -> names.rule(it, page.language())),
                Optional.ofNullable(covers.caseId()))
            .flatMap(Optional::stream));
  }

  /** The look of a standing's badge. */
  @TemplateExtension
  static String tag(Standing standing) {
    return switch (standing) {
      case PROPOSED -> "tag-attention";
      case APPROVED, IN_FORCE -> "tag-open";
      case OVER -> "tag-gone";
    };
  }

  /**
   * Silences, and the form of a new one.
   *
   * @param shown the group that is shown
   * @param refused why what was sent was not done; empty else
   * @param root the unit whose subtree the visitor sees
   * @param least the first time at which one may end
   * @param most the last one
   */
  @CheckedTemplate(basePath = "silence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SilenceList(
      String shown,
      List<Tab> tabs,
      List<SilenceLine> silences,
      String refused,
      boolean mayAsk,
      SilenceForm entered,
      String root,
      String least,
      String most)
      implements TemplateInstance {}

  /** A group; {@code count} is empty where it is not told. */
  record Tab(String state, String path, String count) {}

  /**
   * A silence.
   *
   * @param covers says in words what it is about
   * @param isMine whether the visitor proposed it
   */
  record SilenceLine(
      Silence silence,
      Standing standing,
      String covers,
      boolean mayApprove,
      boolean mayEnd,
      boolean isMine) {

    /** Whether nobody has approved it yet: who ends it then takes it back, or declines it. */
    public boolean isWaiting() {
      return standing == Standing.PROPOSED;
    }

    public String path() {
      return "/silences/" + Links.segment(silence.id());
    }
  }
}
