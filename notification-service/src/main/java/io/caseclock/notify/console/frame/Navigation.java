package io.caseclock.notify.console.frame;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which pages whose role sees; the pages themselves say the same of whoever asks for them. */
final class Navigation {

  private static final Set<Role> PEOPLE =
      EnumSet.of(
          Role.OFFICER,
          Role.LEGAL_OFFICER,
          Role.SUPERVISOR,
          Role.ADMINISTRATOR,
          Role.AUDITOR,
          Role.PROSECUTOR);
  private static final Set<Role> ACTING =
      EnumSet.of(Role.OFFICER, Role.LEGAL_OFFICER, Role.SUPERVISOR);
  private static final Set<Role> SUPERVISING =
      EnumSet.of(Role.LEGAL_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);

  private static final Set<Role> REVIEWING = EnumSet.of(Role.SUPERVISOR, Role.AUDITOR);

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "work",
              List.of(
                  new Entry("/", "overview", PEOPLE),
                  new Entry("/inbox", "inbox", ACTING),
                  new Entry("/tasks", "tasks", PEOPLE),
                  new Entry("/deadlines", "deadlines", PEOPLE),
                  new Entry("/breaches", "breaches", PEOPLE),
                  new Entry("/notices", "notices", PEOPLE))),
          new Section(
              "supervision",
              List.of(
                  new Entry("/lists", "lists", PEOPLE),
                  new Entry("/indicators", "indicators", PEOPLE),
                  new Entry("/standing", "standing", SUPERVISING),
                  new Entry("/bulletins", "bulletins", PEOPLE),
                  new Entry("/break-glass", "break-glass", REVIEWING),
                  new Entry("/wall", "wall", PEOPLE))),
          new Section(
              "law",
              List.of(
                  new Entry("/calculator", "calculator", PEOPLE),
                  new Entry("/rules", "rules", PEOPLE),
                  new Entry("/feed", "feed", ACTING))),
          new Section("settings", List.of(new Entry("/settings", "settings", SUPERVISING))));

  /** Those pages belong to the settings, which list them. */
  private static final List<String> SETTINGS =
      List.of(
          "/routes",
          "/silences",
          "/templates",
          "/channels",
          "/directory",
          "/calendars",
          "/packs",
          "/impact",
          "/history",
          "/dead-letters",
          "/audit-log");

  /** The sections of which the caller sees at least one page. */
  static List<NavSection> of(Caller caller, String path, CommonTexts texts) {
    return SECTIONS.stream()
        .map(section -> seen(section, caller, path, texts))
        .filter(section -> !section.links().isEmpty())
        .toList();
  }

  private static NavSection seen(Section section, Caller caller, String path, CommonTexts texts) {
    List<NavLink> links = new ArrayList<>();
    for (var entry : section.entries()) {
      if (entry.roles().stream().anyMatch(caller::is)) {
        links.add(new NavLink(entry.href(), texts.nav(entry.key()), isCurrent(entry, path)));
      }
    }
    return new NavSection(texts.nav(section.key() + "-section"), List.copyOf(links));
  }

  private static boolean isCurrent(Entry entry, String path) {
    return isBelow(entry.href(), path)
        || (entry.href().equals("/settings")
            && SETTINGS.stream().anyMatch(it -> isBelow(it, path)));
  }

  private static boolean isBelow(String href, String path) {
    return path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
  }

  private record Section(String key, List<Entry> entries) {}

  private record Entry(String href, String key, Set<Role> roles) {}

  /** Pages that belong together. */
  public record NavSection(String title, List<NavLink> links) {}

  /** A page; {@code isCurrent} where the visitor is on it or below it. */
  public record NavLink(String href, String label, boolean isCurrent) {}

  private Navigation() {}
}
