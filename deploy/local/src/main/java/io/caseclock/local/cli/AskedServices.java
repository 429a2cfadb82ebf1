package io.caseclock.local.cli;

import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The services that a command asks: those at the URLs that it names, or of the local stack. */
final class AskedServices {

  private static final List<String> LOCAL = List.of("intake", "monitor", "notification");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the bearer token of an administrator or auditor above all units; else"
              + " CASECLOCK_TOKEN. It is sent to every URL.")
  private @Nullable Path tokenFile;

  /** By name or URL, in their order; asked as an auditor above all units. */
  Map<String, ServiceClient> at(List<URI> urls) {
    Map<String, ServiceClient> services = new LinkedHashMap<>();
    if (urls.isEmpty()) {
      var root = TreeRoots.first();
      LOCAL.forEach(name -> services.put(name, AuditCommand.client(name, LocalRole.AUDITOR, root)));
    } else {
      var token = ForeignInstallation.token(tokenFile);
      urls.stream()
          .map(ForeignInstallation::root)
          .forEach(url -> services.put(url.toString(), new ServiceClient(url, token)));
    }
    return services;
  }
}
