package io.caseclock.notify.console;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.console.Visitor.NavLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which pages whose role sees; the pages themselves say the same of whoever asks for them. */
final class Navigation {

  private static final Set<Role> POLICY =
      Set.of(Role.LEGAL_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);
  private static final Set<Role> OPERATION = Set.of(Role.ADMINISTRATOR, Role.AUDITOR);

  static List<NavLink> of(Caller caller, boolean hasTasks, String path, Language language) {
    List<NavLink> links = new ArrayList<>();
    links.add(link("/", "nav_work", path, language));
    if (hasTasks) {
      links.add(link("/tasks", "nav_tasks", path, language));
    }
    links.add(link("/breaches", "nav_breaches", path, language));
    if (isAny(caller, POLICY)) {
      links.add(link("/silences", "nav_silences", path, language));
      links.add(link("/routes", "nav_routes", path, language));
    }
    if (isAny(caller, OPERATION)) {
      links.add(link("/channels", "nav_channels", path, language));
    }
    return List.copyOf(links);
  }

  private static boolean isAny(Caller caller, Set<Role> roles) {
    return roles.stream().anyMatch(caller::is);
  }

  private static NavLink link(String href, String key, String path, Language language) {
    var isCurrent = path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
    return new NavLink(href, Texts.text(language, key), isCurrent);
  }

  private Navigation() {}
}
