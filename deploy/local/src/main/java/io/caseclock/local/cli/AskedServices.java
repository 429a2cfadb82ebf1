package io.caseclock.local.cli;

import io.caseclock.local.StackException;
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
          "A file with the bearer token of somebody above all units whose role may do this, such as"
              + " an administrator; else CASECLOCK_TOKEN. It is sent to every URL.")
  private @Nullable Path tokenFile;

  /** By name or URL, in their order; those of the local stack are asked as an auditor. */
  Map<String, ServiceClient> at(List<URI> urls) {
    return at(urls, LocalRole.AUDITOR);
  }

  /**
   * By name or URL, in their order.
   *
   * @param role above all units, in which those of the local stack are asked
   */
  Map<String, ServiceClient> at(List<URI> urls, LocalRole role) {
    Map<String, ServiceClient> services = new LinkedHashMap<>();
    if (urls.isEmpty()) {
      var root = TreeRoots.first();
      LOCAL.forEach(name -> services.put(name, AuditCommand.client(name, role, root)));
    } else {
      var credential = ForeignInstallation.tokenCredential(tokenFile);
      for (var url : urls) {
        var root = ForeignInstallation.root(url);
        if (services.put(root.toString(), new ServiceClient(root, credential)) != null) {
          throw new StackException("The address stands there twice: " + root);
        }
      }
    }
    return services;
  }

  /** Whether an installation has services that are not among these. */
  static boolean areSome(Map<String, ServiceClient> services) {
    return services.size() < LOCAL.size();
  }
}
