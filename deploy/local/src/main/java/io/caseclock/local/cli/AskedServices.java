package io.caseclock.local.cli;

import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that a command asks: those at the URLs that it names, or of the local stack. */
final class AskedServices {

  private static final List<String> LOCAL = List.of("intake", "monitor", "notification");

  private AskedServices() {}

  /** By name or URL, in their order; asked as an auditor above all units. */
  static Map<String, ServiceClient> of(List<URI> urls, @Nullable Path tokenFile) {
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
