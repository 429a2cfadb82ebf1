package io.caseclock.notify.console.frame;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.PageContext.NavLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which pages whose role sees; the pages themselves say the same of whoever asks for them. */
final class Navigation {

  private static final Set<Role> POLICY =
      Set.of(Role.LEGAL_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);
  private static final Set<Role> OPERATION = Set.of(Role.ADMINISTRATOR, Role.AUDITOR);

  static List<NavLink> of(Caller caller, boolean hasTasks, String path, CommonTexts texts) {
    List<NavLink> links = new ArrayList<>();
    links.add(link("/", texts.navWork(), path));
    if (hasTasks) {
      links.add(link("/tasks", texts.navTasks(), path));
    }
    links.add(link("/breaches", texts.navBreaches(), path));
    if (isAny(caller, POLICY)) {
      links.add(link("/silences", texts.navSilences(), path));
      links.add(link("/routes", texts.navRoutes(), path));
    }
    if (isAny(caller, OPERATION)) {
      links.add(link("/channels", texts.navChannels(), path));
    }
    return List.copyOf(links);
  }

  private static boolean isAny(Caller caller, Set<Role> roles) {
    return roles.stream().anyMatch(caller::is);
  }

  private static NavLink link(String href, String label, String path) {
    var isCurrent = path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
    return new NavLink(href, label, isCurrent);
  }

  private Navigation() {}
}
