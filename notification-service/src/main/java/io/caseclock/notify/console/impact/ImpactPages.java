package io.caseclock.notify.console.impact;

import io.caseclock.access.Role;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.impact.UploadedPack.Reading;
import io.caseclock.notify.console.impact.UploadedPack.Sent;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.TakesUpload;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What a candidate pack would change: sent, compared with its progress shown, and told. */
@Path("/impact")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
public class ImpactPages {

  private static final String RUN = "/api/v1/impact-run";
  private static final int SHOWN = 200;

  private final PageContext page;
  private final Monitor monitor;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  ImpactPages(PageContext page, Monitor monitor, PageTime time, InstantSource clock) {
    this.page = page;
    this.monitor = monitor;
    this.time = time;
    this.clock = clock;
  }

  @GET
  public Response impact() {
    return show(200, "", List.of());
  }

  /** How far it is, for a page that asks again and again. */
  @GET
  @Path("progress")
  public Response progress() {
    return page.show(200, new ImpactRun(run(), SHOWN));
  }

  /** The deadlines that would change, as a file. */
  @GET
  @Path("table")
  public Response table() {
    return monitor.download(
        RUN, Query.NONE, "text/csv", "impact-" + time.today(clock.instant()) + ".csv");
  }

  /** Checks a pack and begins to compare it; it is kept nowhere. */
  @POST
  @MaxBodySize(UploadedPack.LARGEST + 200_000L)
  @TakesUpload
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response begin(@RestForm("files") @Nullable List<FileUpload> files) {
    var sent = files == null ? List.<Sent>of() : files.stream().map(ImpactPages::sent).toList();
    return switch (UploadedPack.read(sent)) {
      case Reading.Refused(var why) ->
          show(400, page.texts(ImpactTexts.class).refused(why), List.of());
      case Reading.Files(var texts) -> begin(texts);
    };
  }

  private Response begin(Map<String, String> texts) {
    return switch (monitor.post(RUN, Map.of("files", texts), ImpactTold.class).answer()) {
      case Answer.Told<ImpactTold> begun -> Links.to("/impact");
      case Answer.Refused<ImpactTold>(var problem) -> refused(problem);
      case Answer.Away<ImpactTold> away ->
          show(ProblemType.UNAVAILABLE.status(), text(ProblemType.UNAVAILABLE), List.of());
    };
  }

  private Response refused(Problem problem) {
    var mistakes = problem.violations().stream().map(ImpactPages::mistake).toList();
    return show(problem.type().status(), text(problem.type()), mistakes);
  }

  /** The pointer of a file is its path behind {@code /files/}. */
  private static PackMistake mistake(Violation violation) {
    var file = violation.pointer().replaceFirst("^/files/?", "");
    return new PackMistake(file.replace("~1", "/").replace("~0", "~"), violation.message());
  }

  private String text(ProblemType type) {
    return page.texts(ImpactTexts.class).problem(type);
  }

  private static Sent sent(FileUpload file) {
    try {
      return new Sent(file.fileName(), Files.readAllBytes(file.uploadedFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer<ImpactTold> run() {
    return monitor.get(RUN, Query.NONE, ImpactTold.class).answer();
  }

  private Response show(int status, String refused, List<PackMistake> mistakes) {
    return page.show(status, new ImpactPage(refused, mistakes, run(), SHOWN));
  }

  /**
   * A mistake of the pack.
   *
   * @param file empty where it is in none
   * @param text as the check of packs says it, in English
   */
  record PackMistake(String file, String text) {}

  /**
   * The form, and the last comparison.
   *
   * @param refused why the pack was not taken; empty else
   * @param shown how many differences the page shows
   */
  @CheckedTemplate(basePath = "impact", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ImpactPage(String refused, List<PackMistake> mistakes, Answer<ImpactTold> run, int shown)
      implements TemplateInstance {}

  /** The last comparison alone. */
  @CheckedTemplate(basePath = "impact", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ImpactRun(Answer<ImpactTold> run, int shown) implements TemplateInstance {}
}
