package io.caseclock.kubernetes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Cluster of CloudNativePG, as much of it as we use: read strictly, so that whatever else is
 * rendered is an error.
 *
 * @see <a href="https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/">API</a>
 */
record CnpgCluster(String apiVersion, String kind, Map<String, Object> metadata, Spec spec) {

  record Spec(
      int instances,
      @Nullable String imageName,
      Storage storage,
      Map<String, Map<String, String>> resources,
      @Nullable List<Spread> topologySpreadConstraints,
      Postgresql postgresql,
      Bootstrap bootstrap,
      Managed managed,
      @Nullable List<Plugin> plugins) {}

  record Storage(String size, @Nullable String storageClass) {}

  record Spread(int maxSkew, String topologyKey, String whenUnsatisfiable, Labels labelSelector) {}

  record Labels(Map<String, String> matchLabels) {}

  record Postgresql(Map<String, String> parameters, List<String> pg_hba) {}

  record Bootstrap(InitDb initdb) {}

  record InitDb(
      String database,
      String encoding,
      List<String> postInitSQL,
      List<String> postInitApplicationSQL) {}

  record Managed(List<Role> roles) {}

  record Role(String name, String ensure, boolean login, Name passwordSecret) {}

  record Name(String name) {}

  record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}

  /** A ScheduledBackup, in the same way. */
  record Backup(String apiVersion, String kind, Map<String, Object> metadata, When spec) {

    record When(
        String schedule,
        boolean immediate,
        String backupOwnerReference,
        Name cluster,
        String method,
        Name pluginConfiguration) {}
  }
}
