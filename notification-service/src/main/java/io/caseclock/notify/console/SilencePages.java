package io.caseclock.notify.console;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.console.Lines.Choice;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.AskForSilence.Done;
import io.caseclock.notify.silence.AskForSilence.Misspelt;
import io.caseclock.notify.silence.AskForSilence.Outcome;
import io.caseclock.notify.silence.AskForSilence.Refused;
import io.caseclock.notify.silence.AskForSilence.Why;
import io.caseclock.notify.silence.Silences;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

  private final Frame frame;
  private final CurrentCaller caller;
  private final AskForSilence ask;
  private final Silences silences;
  private final Choices choices;
  private final PackNames names;
  private final PageTime time;
  private final InstantSource clock;
  private final Template page;

  @Inject
  SilencePages(
      Frame frame,
      CurrentCaller caller,
      AskForSilence ask,
      Silences silences,
      Choices choices,
      PackNames names,
      PageTime time,
      InstantSource clock,
      @Location("console/silences") Template page) {
    this.frame = frame;
    this.caller = caller;
    this.ask = ask;
    this.silences = silences;
    this.choices = choices;
    this.names = names;
    this.time = time;
    this.clock = clock;
    this.page = page;
  }

  @GET
  @Transactional
  public Response list() {
    return page(200, emptyForm(), "");
  }

  private SilenceForm emptyForm() {
    return SilenceForm.empty(Paging.root(caller.get()), time.local(clock.instant().plus(USUAL)));
  }

  @POST
  @Transactional
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response propose(MultivaluedMap<String, String> fields) {
    var form = SilenceForm.of(fields);
    var now = clock.instant();
    var wish = form.wish(time, now);
    if (wish.isEmpty()) {
      return page(400, form, frame.lines().text("silence_refused_incomplete"));
    }
    var id = UUID.randomUUID().toString();
    return answer(ask.propose(form.covers(), id, wish.get(), caller.get(), now), form);
  }

  /** Where a browser asks again for the page that refused it, in the other language say. */
  @GET
  @Path("{id}/{step}")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Response.seeOther(URI.create("/silences" + Links.language(lang))).build();
  }

  @POST
  @Path("{id}/approve")
  @Transactional
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response approve(@PathParam("id") String id) {
    return answer(ask.approve(id, caller.get(), clock.instant()), emptyForm());
  }

  @POST
  @Path("{id}/end")
  @Transactional
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response end(@PathParam("id") String id) {
    return answer(ask.end(id, caller.get(), clock.instant()), emptyForm());
  }

  private Response answer(Outcome outcome, SilenceForm form) {
    return switch (outcome) {
      case Done done -> Response.seeOther(URI.create("/silences")).build();
      case Refused refused -> page(refused.why().type().status(), form, words(refused.why()));
      case Misspelt misspelt -> page(400, form, frame.lines().text("silence_refused_incomplete"));
    };
  }

  private String words(Why why) {
    return frame.lines().text("silence_refused_" + why.name().toLowerCase(Locale.ROOT));
  }

  private Response page(int status, SilenceForm form, String refused) {
    var now = clock.instant();
    var present = caller.get();
    var root = Paging.root(present);
    var lines = frame.lines();
    var silenceLines = new SilenceLines(lines, names, now);
    Map<String, Object> data = new HashMap<>();
    data.put(
        "silences",
        silences.within(root, MOST_LINES).stream()
            .map(one -> silenceLines.line(one, present))
            .toList());
    data.put("refused", refused);
    data.put("mayAsk", SilenceLines.mayAsk(present));
    data.put("entered", form);
    data.put("selects", selects(lines, root));
    data.put("least", time.local(now));
    data.put("most", time.local(now.plus(AskForSilence.LONGEST)));
    return frame.page(status, page, data);
  }

  private Map<String, List<Choice>> selects(Lines lines, String root) {
    return Map.of(
        "units", choices.units(root, lines),
        "kinds", choices.kinds(lines),
        "severities", choices.severities(lines),
        "lists", names.listChoices(lines),
        "rules", names.ruleChoices(lines));
  }
}
