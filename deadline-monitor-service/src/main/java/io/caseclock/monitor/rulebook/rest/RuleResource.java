package io.caseclock.monitor.rulebook.rest;

import io.caseclock.access.Role;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.rulebook.RuleExamples;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The rules in force. The law is public; whoever is signed in may read it. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class RuleResource {

  private static final int MOST = 500;

  private final Law law;
  private final RuleExamples examples;
  private final RuleQuestion questions;

  RuleResource(Law law, RuleExamples examples) {
    this.law = law;
    this.examples = examples;
    this.questions = new RuleQuestion(law);
  }

  /**
   * Rules that were found.
   *
   * @param total how many were found, on all pages
   * @param lists in which lists they stand, and how many in each
   * @param elements what they are about, and how many of each
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Listing(
      int total,
      List<RuleGroup> lists,
      List<RuleGroup> elements,
      List<RuleView> rules,
      @Nullable String next) {}

  @GET
  @Operation(
      summary = "The rules in force, searched",
      description =
          "All rules of all packs, or those that 'q' finds: each word has to stand in a name, the"
              + " id, the law or the article ('第156条' and '刑诉法' are understood). 'element',"
              + " 'pack', 'list', 'statutory' and 'confidence' narrow it. 'order' is pack (as the"
              + " packs write them, the default), list or element. With 'limit' (at most 500) in"
              + " pages; 'after' takes the 'next' of the page before. 'lists' and 'elements' count"
              + " all that were found.")
  public Listing rules(
      @QueryParam("q") @Nullable String q,
      @QueryParam("element") @Nullable String element,
      @QueryParam("pack") @Nullable String pack,
      @QueryParam("statutory") @Nullable String statutory,
      @QueryParam("confidence") @Nullable String confidence,
      @QueryParam("list") @Nullable String list,
      @QueryParam("order") @DefaultValue("pack") String order,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var filter = questions.filter(q, element, pack, statutory, confidence, list);
    var ordered = questions.order(order);
    var found = law.rules().stream().filter(filter::matches).sorted(ordered).toList();
    var most = limit == null ? found.size() : Parameters.limit(limit, MOST);
    var from = after == null ? 0 : place(found, questions.known(after), ordered);
    var until = Math.min(found.size(), from + most);
    return new Listing(
        found.size(),
        RuleGroup.lists(found, law),
        RuleGroup.elements(found),
        found.subList(from, until).stream().map(RuleView::of).toList(),
        until < found.size() ? found.get(until - 1).rule().id() : null);
  }

  /** The first that comes after the rule, whether that is among them or not. */
  private int place(List<Law.Found> found, Law.Found last, Comparator<Law.Found> ordered) {
    var inPacks = law.rules();
    var place = inPacks.indexOf(last);
    return IntStream.range(0, found.size())
        .filter(
            i -> {
              var compared = ordered.compare(found.get(i), last);
              return compared > 0 || (compared == 0 && inPacks.indexOf(found.get(i)) > place);
            })
        .findFirst()
        .orElse(found.size());
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One rule, with all that belongs to it",
      description =
          "With the names of its events, lists, indicators and levels, the rules that it follows"
              + " and that follow it, and the pack's worked examples (at most 20), each with the"
              + " steps by which the engine comes to the day.")
  public RuleDetail rule(@PathParam("id") String id) {
    return law.rule(id)
        .map(found -> RuleDetail.of(found, law, examples))
        .orElseThrow(RuleResource::unknown);
  }

  static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No pack in force has this rule; GET /api/v1/rules lists them.");
  }
}
