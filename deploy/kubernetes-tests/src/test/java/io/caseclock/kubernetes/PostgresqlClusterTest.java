package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.kubernetes.CnpgCluster.Backup;
import io.caseclock.kubernetes.CnpgCluster.Name;
import io.caseclock.kubernetes.CnpgCluster.Plugin;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL by CloudNativePG: that it is asked for what the services need. */
class PostgresqlClusterTest {

  private static final String ARCHIVE = "barman-cloud.cloudnative-pg.io";
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  @ParameterizedTest
  @EnumSource
  void no_field_is_asked_for_but_those_that_the_operator_documents(ValueSet set) {
    var cluster = cluster(Operators.rendered(set));

    assertThat(cluster.apiVersion()).isEqualTo("postgresql.cnpg.io/v1");
    assertThat(cluster.spec().instances()).isEqualTo(3);
    assertThat(cluster.spec().imageName()).isNull();
    assertThat(cluster.spec().postgresql().parameters())
        .containsExactly(Map.entry("max_connections", "200"));
  }

  @ParameterizedTest
  @CsvSource({
    "postInitSQL, postInitSql",
    "passwordSecret, passwordsecret",
    "pg_hba, pgHba",
    "instances: 3, instance: 3",
  })
  void a_misspelt_field_is_found(String right, String wrong) {
    var altered = Operators.rendered(ValueSet.PROVINCE).with(right, wrong);

    assertThatThrownBy(() -> cluster(altered)).hasMessageContaining(wrong.replaceFirst(":.*", ""));
  }

  @ParameterizedTest
  @EnumSource
  void each_service_has_a_role_with_its_password_and_a_schema_that_it_owns(Service service) {
    var rendered =
        Rendered.of(
            Operators.template(ValueSet.ONE_MACHINE)
                .set(service.component() + ".postgresql.migration.username", "")
                .set(service.component() + ".postgresql.migration.sameRole", true)
                .call());
    var spec = cluster(rendered).spec();
    var role = rendered.variable(service, "QUARKUS_DATASOURCE_USERNAME");
    var url = rendered.variable(service, "QUARKUS_DATASOURCE_JDBC_URL");
    var schema = url.replaceFirst(".*currentSchema=([^&]+).*", "$1");
    var database = url.replaceFirst(".*/([^?]+)\\?.*", "$1");

    assertThat(spec.managed().roles())
        .filteredOn(each -> each.name().equals(role))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.ensure()).isEqualTo("present");
              assertThat(each.login()).isTrue();
              assertThat(each.passwordSecret().name() + "/password")
                  .isEqualTo(password(rendered, service));
            });
    assertThat(spec.bootstrap().initdb().database()).isEqualTo(database);
    assertThat(spec.bootstrap().initdb().postInitSQL())
        .contains("create role \"%s\"".formatted(role));
    assertThat(spec.bootstrap().initdb().postInitApplicationSQL())
        .containsSubsequence(
            "grant connect, temporary on database \"%s\" to \"%s\"".formatted(database, role),
            "create schema \"%s\" authorization \"%s\"".formatted(schema, role));
  }

  @ParameterizedTest
  @EnumSource
  void where_another_role_migrates_it_owns_the_schema_and_the_service_reads_and_writes(
      Service service) {
    var rendered = Operators.rendered(ValueSet.ONE_MACHINE);
    var spec = cluster(rendered).spec();
    var role = rendered.variable(service, "QUARKUS_DATASOURCE_USERNAME");
    var owner = rendered.variable(service, "QUARKUS_FLYWAY_USERNAME");

    assertThat(owner).isNotEqualTo(role);
    assertThat(spec.managed().roles()).extracting(CnpgCluster.Role::name).contains(role, owner);
    assertThat(spec.bootstrap().initdb().postInitSQL())
        .contains("create role \"%s\"".formatted(role), "create role \"%s\"".formatted(owner));
    var schema = role;
    var defaults =
        "alter default privileges for role \"%s\" in schema \"%s\" grant ".formatted(owner, schema);
    assertThat(spec.bootstrap().initdb().postInitApplicationSQL())
        .containsSubsequence(
            "grant connect, temporary on database \"caseclock\" to \"%s\"".formatted(owner),
            "create schema \"%s\" authorization \"%s\"".formatted(schema, owner),
            "grant usage on schema \"%s\" to \"%s\"".formatted(schema, role),
            defaults + "select, insert, update, delete on tables to \"%s\"".formatted(role),
            defaults + "usage on sequences to \"%s\"".formatted(role));
  }

  @Test
  void names_cannot_break_out_of_the_statements() {
    var rendered =
        Rendered.of(
            Operators.template(ValueSet.ONE_MACHINE)
                .set("intake.postgresql.username", "in\"take")
                .call());

    assertThat(cluster(rendered).spec().bootstrap().initdb().postInitSQL())
        .contains("create role \"in\"\"take\"");
  }

  @ParameterizedTest
  @EnumSource
  void nobody_speaks_to_it_without_tls_and_services_check_its_certificate(Service service) {
    var rendered = Operators.rendered(ValueSet.ONE_MACHINE);

    assertThat(cluster(rendered).spec().postgresql().pg_hba())
        .containsExactly("hostnossl all all all reject");
    assertThat(rendered.variable(service, "QUARKUS_DATASOURCE_JDBC_URL"))
        .startsWith("jdbc:postgresql://caseclock-postgresql-rw:5432/caseclock?")
        .endsWith("&sslmode=verify-full&sslrootcert=/etc/caseclock/postgresql/ca.crt");
    var volumes = rendered.deployment(service).getSpec().getTemplate().getSpec().getVolumes();
    assertThat(volumes)
        .filteredOn(volume -> volume.getSecret() != null)
        .filteredOn(volume -> volume.getName().equals("postgresql-ca"))
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.getSecret().getSecretName()).isEqualTo("caseclock-postgresql-ca");
              // the same Secret holds the authority's key
              assertThat(volume.getSecret().getItems())
                  .extracting(KeyToPath::getKey)
                  .containsExactly("ca.crt");
            });
  }

  @Test
  void it_is_archived_and_copied_where_a_store_is_named() {
    var rendered =
        Rendered.of(
            Operators.template(ValueSet.PROVINCE)
                .set("postgresqlCluster.backup.objectStore", "province")
                .call());
    var backup = read(rendered, "ScheduledBackup", Backup.class);

    assertThat(cluster(rendered).spec().plugins())
        .containsExactly(new Plugin(ARCHIVE, true, Map.of("barmanObjectName", "province")));
    assertThat(backup.spec().cluster()).isEqualTo(new Name("caseclock-postgresql"));
    assertThat(backup.spec().pluginConfiguration()).isEqualTo(new Name(ARCHIVE));
    assertThat(backup.spec().method()).isEqualTo("plugin");
    assertThat(backup.spec().schedule()).isEqualTo("0 30 1 * * *");
    assertThat(backup.spec().backupOwnerReference()).isEqualTo("cluster");
  }

  @Test
  void without_a_store_nothing_is_copied() {
    var rendered = Operators.rendered(ValueSet.PROVINCE);

    assertThat(cluster(rendered).spec().plugins()).isNull();
    assertThat(rendered.custom("ScheduledBackup")).isEmpty();
  }

  @Test
  void it_stays_when_the_release_is_taken_away() {
    assertThat(cluster(Operators.rendered(ValueSet.PROVINCE)).metadata().get("annotations"))
        .isEqualTo(Map.of("helm.sh/resource-policy", "keep"));
  }

  @Test
  void jobs_before_there_is_a_server_and_keys_that_the_operator_does_not_read_are_refused() {
    assertThatThrownBy(
            () -> Operators.template(ValueSet.PROVINCE).set("migrations.job.enabled", true).call())
        .hasMessageContaining("a Job would run before there is a server");
    assertThatThrownBy(
            () ->
                Operators.template(ValueSet.PROVINCE)
                    .set("monitor.postgresql.passwordSecret.key", "pass")
                    .call())
        .hasMessageContaining("monitor.postgresql.passwordSecret.key");
  }

  private static String password(Rendered rendered, Service service) {
    return Rendered.container(rendered.deployment(service)).getEnv().stream()
        .filter(variable -> variable.getName().equals("QUARKUS_DATASOURCE_PASSWORD"))
        .map(EnvVar::getValueFrom)
        .map(from -> from.getSecretKeyRef().getName() + "/" + from.getSecretKeyRef().getKey())
        .findFirst()
        .orElseThrow();
  }

  private static CnpgCluster cluster(Rendered rendered) {
    return read(rendered, "Cluster", CnpgCluster.class);
  }

  private static <T> T read(Rendered rendered, String kind, Class<T> type) {
    var found = rendered.custom(kind);
    assertThat(found).hasSize(1);
    return STRICT.readValue(Serialization.asJson(found.getFirst()), type);
  }
}
