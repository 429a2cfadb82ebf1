package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalUnits;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The services that keep dead letters: of an installation where one is named, else the local. */
final class DeadLetterServices {

  static final List<String> NAMES = List.of("monitor", "notification");

  @Option(
      names = "--monitor",
      paramLabel = "URL",
      description = "Where the monitor of an installation is.")
  private @Nullable URI monitor;

  @Option(
      names = "--notification",
      paramLabel = "URL",
      description =
          "Where its notification is. With one of the two only that is asked, with neither the"
              + " running local stack.")
  private @Nullable URI notification;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the bearer token of an administrator above all units; else CASECLOCK_TOKEN."
              + " It is sent to both.")
  private @Nullable Path tokenFile;

  /** By name. */
  Map<String, ServiceClient> all() {
    Map<String, ServiceClient> services = new LinkedHashMap<>();
    if (monitor == null && notification == null) {
      refuseTokenWithoutAddress();
      NAMES.forEach(name -> services.put(name, local(name)));
      return services;
    }
    var credential = ForeignInstallation.tokenCredential(tokenFile);
    if (monitor != null) {
      services.put("monitor", new ServiceClient(ForeignInstallation.root(monitor), credential));
    }
    if (notification != null) {
      var root = ForeignInstallation.root(notification);
      services.put("notification", new ServiceClient(root, credential));
    }
    return services;
  }

  /** Throws {@link StackException} where its address is needed and was not named. */
  ServiceClient named(String name) {
    var service = all().get(name);
    if (service == null) {
      throw new StackException("Name where it is: --" + name + " URL.");
    }
    return service;
  }

  private void refuseTokenWithoutAddress() {
    if (tokenFile != null) {
      throw new StackException("--token-file needs --monitor URL, --notification URL, or both.");
    }
  }

  private static ServiceClient local(String name) {
    return AuditCommand.client(name, LocalRole.ADMINISTRATOR, LocalUnits.ROOT);
  }
}
