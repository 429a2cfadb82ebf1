package io.caseclock.notify.console.settings;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.PageContext;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be set, in groups; only what the role may see. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class SettingsPages {

  private static final Set<Role> WATCHING =
      EnumSet.of(Role.LEGAL_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);
  private static final Set<Role> OPERATING = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);
  private static final Set<Role> AUDITING =
      EnumSet.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);
  private static final Set<Role> DECIDING = EnumSet.of(Role.SUPERVISOR, Role.ADMINISTRATOR);

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "telling",
              List.of(
                  new Setting("routes", WATCHING),
                  new Setting("silences", WATCHING),
                  new Setting("templates", WATCHING),
                  new Setting("channels", OPERATING))),
          new Group(
              "office",
              List.of(new Setting("directory", WATCHING), new Setting("calendars", WATCHING))),
          new Group(
              "law",
              List.of(
                  new Setting("packs", WATCHING),
                  new Setting("impact", DECIDING),
                  new Setting("history", WATCHING))),
          new Group(
              "operation",
              List.of(new Setting("audit-log", AUDITING), new Setting("dead-letters", OPERATING))));

  private final PageContext page;

  @Inject
  SettingsPages(PageContext page) {
    this.page = page;
  }

  @GET
  public Response settings() {
    var caller = page.caller();
    var seen =
        GROUPS.stream()
            .map(group -> group.seenBy(caller))
            .filter(group -> !group.settings().isEmpty())
            .toList();
    return page.show(200, new SettingsIndex(seen));
  }

  /** Settings that belong together. */
  record Group(String key, List<Setting> settings) {
    Group seenBy(Caller caller) {
      return new Group(
          key,
          settings.stream()
              .filter(setting -> setting.roles().stream().anyMatch(caller::is))
              .toList());
    }
  }

  /** One page; its key is the address, too. */
  record Setting(String key, Set<Role> roles) {}

  /** All that the visitor may see. */
  @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SettingsIndex(List<Group> groups) implements TemplateInstance {}
}
