package io.caseclock.notify.console.pack;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.console.pack.PackLine.Here;
import io.caseclock.notify.console.pack.PacksTold.Changes;
import io.caseclock.notify.console.pack.PacksTold.Told;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.pack.PackHashes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Which packs are in force, and what changes of the law moved. */
@Path("/packs")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class PackPages {

  private final PageContext page;
  private final Monitor monitor;
  private final PackHashes own;

  @Inject
  PackPages(PageContext page, Monitor monitor, PackHashes own) {
    this.page = page;
    this.monitor = monitor;
    this.own = own;
  }

  @GET
  public Response list() {
    var packs = monitor.get("/api/v1/packs", Query.NONE, PacksTold.class);
    var changes = monitor.get("/api/v1/law-changes", Query.NONE, Changes.class);
    var told = packs.answer();
    var lines =
        told.toldOrEmpty().stream().flatMap(all -> all.packs().stream()).map(this::line).toList();
    return page.show(200, new PackList(told, lines, changes.answer(), mayTry()));
  }

  private PackLine line(Told pack) {
    var here = own.of(pack.id());
    if (here.isEmpty()) {
      return new PackLine(pack, Here.MISSING);
    }
    return new PackLine(pack, here.equals(pack.hash()) ? Here.SAME : Here.OTHER);
  }

  private boolean mayTry() {
    return page.caller().is(Role.SUPERVISOR) || page.caller().is(Role.ADMINISTRATOR);
  }

  /**
   * The packs.
   *
   * @param mayTry whether the visitor may compare a candidate
   */
  @CheckedTemplate(basePath = "pack", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record PackList(
      Answer<PacksTold> told, List<PackLine> packs, Answer<Changes> changes, boolean mayTry)
      implements TemplateInstance {}
}
