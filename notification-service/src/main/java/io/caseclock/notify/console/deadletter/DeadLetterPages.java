package io.caseclock.notify.console.deadletter;

import io.caseclock.access.Role;
import io.caseclock.attribute.WrittenText;
import io.caseclock.consume.DeadLetterState;
import io.caseclock.consume.FailureReason;
import io.caseclock.consume.rest.DeadLetterResource;
import io.caseclock.consume.rest.DeadLetterView;
import io.caseclock.directory.Directory;
import io.caseclock.notify.console.deadletter.DeadLetterSource.Wanted;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asked;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.TakesQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records that this service and the monitor put aside; an administrator decides on each. */
@Path("/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class DeadLetterPages {

  private static final String PAGE = "25";
  private static final WrittenText REASON = WrittenText.line(500);

  private final PageContext page;
  private final Directory directory;
  private final DeadLetterSource source;

  @Inject
  DeadLetterPages(PageContext page, Directory directory, DeadLetterSource source) {
    this.page = page;
    this.directory = directory;
    this.source = source;
  }

  @GET
  @TakesQuery({"reason", "state", "service", "after"})
  public Response list(@Context UriInfo uri) {
    directory.requireWholeTree(page.caller());
    var query = uri.getQueryParameters();
    var entered =
        new Filter(
            known(Forms.text(query, "reason"), reasons()),
            known(Forms.text(query, "state"), states()));
    Map<String, Asked<DeadLetterResource.Answer>> asked = new LinkedHashMap<>();
    for (var service : DeadLetterSource.SERVICES) {
      asked.put(service, source.list(service, wanted(service, entered, query)));
    }
    List<Section> sections = new ArrayList<>();
    asked.forEach((service, question) -> sections.add(section(service, question.answer())));
    var texts = page.texts(DeadLetterTexts.class);
    return page.show(
        200,
        new DeadLetterList(
            entered,
            sections,
            choices(reasons(), texts::reasonOf),
            choices(states(), texts::stateOf)));
  }

  private static Wanted wanted(
      String service, Filter entered, MultivaluedMap<String, String> query) {
    var after =
        Forms.text(query, "service").equals(service) ? number(Forms.text(query, "after")) : "";
    return new Wanted("", entered.reason(), entered.state(), after, PAGE);
  }

  private static Section section(String service, Answer<DeadLetterResource.Answer> answer) {
    var next = answer.toldOrEmpty().map(DeadLetterResource.Answer::next);
    return new Section(
        service,
        answer,
        answer.toldOrEmpty().map(DeadLetterResource.Answer::deadLetters).orElse(List.of()),
        next.map(String::valueOf).orElse(""));
  }

  /** Any other text begins at the first page. */
  private static String number(String text) {
    return text.matches("\\d{1,18}") ? text : "";
  }

  private static String known(String word, List<String> words) {
    return words.contains(word) ? word : "";
  }

  private static List<String> reasons() {
    return FailureReason.OF_DEAD_LETTERS.stream().map(FailureReason::wire).toList();
  }

  private static List<String> states() {
    return Arrays.stream(DeadLetterState.values()).map(DeadLetterState::wire).toList();
  }

  private static List<Choice> choices(List<String> words, UnaryOperator<String> label) {
    return words.stream().map(word -> new Choice(word, label.apply(word))).toList();
  }

  @GET
  @Path("{service}/{id}")
  public Response show(@PathParam("service") String service, @PathParam("id") String id) {
    return show(200, requireService(service), id, "");
  }

  @GET
  @Path("{service}/{id}/{step}")
  public Response back(
      @PathParam("service") String service,
      @PathParam("id") String id,
      @QueryParam("lang") @Nullable String lang) {
    return Links.back(path(requireService(service), id), lang);
  }

  @POST
  @Path("{service}/{id}/replay")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public Response replay(@PathParam("service") String service, @PathParam("id") String id) {
    return settled(source.replay(requireService(service), id), service, id);
  }

  @POST
  @Path("{service}/{id}/dismiss")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public Response dismiss(
      @PathParam("service") String service,
      @PathParam("id") String id,
      @FormParam("reason") @Nullable String reason) {
    var text = Forms.text(reason);
    if (!REASON.takes(text)) {
      return show(400, requireService(service), id, page.texts(DeadLetterTexts.class).missing());
    }
    return settled(source.dismiss(requireService(service), id, text), service, id);
  }

  private Response settled(Answer<DeadLetterView> answer, String service, String id) {
    if (answer.isTold()) {
      return Links.to(path(service, id));
    }
    var type = answer.refusal().map(problem -> problem.type()).orElse(ProblemType.UNAVAILABLE);
    return show(type.status(), service, id, refused(type));
  }

  private String refused(ProblemType type) {
    var texts = page.texts(DeadLetterTexts.class);
    return switch (type) {
      case RULE_REFUSES -> texts.stillNot();
      case STATE_FORBIDS -> texts.already();
      case NOT_FOUND -> texts.gone();
      default -> texts.notNow();
    };
  }

  private Response show(int status, String service, String id, String refused) {
    var answer = source.show(service, id);
    answer
        .refusal()
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    var isOpen =
        answer
            .toldOrEmpty()
            .filter(whole -> whole.letter().state().equals(DeadLetterState.OPEN.wire()))
            .isPresent();
    return page.show(
        status,
        new DeadLetterDetail(
            service,
            path(service, id),
            answer,
            refused,
            isOpen && page.caller().is(Role.ADMINISTRATOR)));
  }

  private static String requireService(String service) {
    if (!DeadLetterSource.SERVICES.contains(service)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such service.");
    }
    return service;
  }

  private static String path(String service, String id) {
    return "/dead-letters/" + service + "/" + Links.segment(id);
  }

  /** What the filter holds. */
  record Filter(String reason, String state) {}

  /**
   * The records of one service.
   *
   * @param next the place of the page behind; empty on the last
   */
  record Section(
      String service,
      Answer<DeadLetterResource.Answer> answer,
      List<DeadLetterView> letters,
      String next) {

    public String path(DeadLetterView letter) {
      return DeadLetterPages.path(service, Objects.toString(letter.id()));
    }
  }

  /** The records of both services. */
  @CheckedTemplate(basePath = "deadletter", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DeadLetterList(
      Filter entered, List<Section> sections, List<Choice> reasons, List<Choice> states)
      implements TemplateInstance {}

  /**
   * One record.
   *
   * @param refused why what was asked was not done; empty else
   */
  @CheckedTemplate(basePath = "deadletter", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DeadLetterDetail(
      String service,
      String path,
      Answer<DeadLetterView.Whole> answer,
      String refused,
      boolean maySettle)
      implements TemplateInstance {}
}
