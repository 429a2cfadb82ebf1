package io.caseclock.local.secret;

import java.util.List;
import java.util.function.Supplier;

/** The people and machines of the sample's sub-bureau that may sign in. */
final class BuiltInUsers {

  private BuiltInUsers() {}

  static List<LocalUser> with(Supplier<String> password) {
    var root = LocalUnits.ROOT;
    return List.of(
        new LocalUser(
            "supervisor", password.get(), "supervisor", root, LocalUnits.SUPERVISOR, "示例督察员"),
        new LocalUser(
            "legal", password.get(), "legal-officer", root, LocalUnits.LEGAL_OFFICER, "示例法制员"),
        new LocalUser("officer", password.get(), "officer", root, LocalUnits.OFFICER, "示例民警"),
        new LocalUser("admin", password.get(), "administrator", root, null, "示例管理员"),
        new LocalUser("auditor", password.get(), "auditor", root, null, "示例审计员"),
        new LocalUser("prosecutor", password.get(), "prosecutor", root, null, "示例检察官"),
        new LocalUser("precinct", password.get(), "precinct-system", root, null, "示例办案系统"));
  }
}
