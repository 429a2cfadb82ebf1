package io.caseclock.notify.console.directory;

import io.caseclock.access.Role;
import io.caseclock.directory.UnitEntry;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Where units and officers are told, to whom, and which unit is meant by a text. */
public final class DirectoryLinks {

  private static final Set<Role> READERS =
      Set.of(Role.LEGAL_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR);

  /** Whether the pages of units and officers are open to the visitor. */
  public static boolean mayRead(PageContext page) {
    return READERS.stream().anyMatch(page.caller()::is);
  }

  /** Whether the id or the name in either language holds the text, in capitals or not. */
  public static boolean holds(UnitEntry unit, String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(unit.id(), unit.names().zh(), unit.names().en())
        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
  }

  public static String unit(String id) {
    return "/directory/units/" + Links.segment(id);
  }

  public static String officer(String id) {
    return "/directory/officers/" + Links.segment(id);
  }

  private DirectoryLinks() {}
}
