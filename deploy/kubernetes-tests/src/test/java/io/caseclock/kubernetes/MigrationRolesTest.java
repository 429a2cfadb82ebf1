package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who owns the tables: another role than that of the service, unless the values say so. */
class MigrationRolesTest {

  @Test
  void without_a_job_and_a_role_of_its_own_a_pod_migrates_by_that_of_the_service() {
    var rendered =
        Rendered.of(
            Chart.template(ValueSet.ONE_MACHINE)
                .set("monitor.postgresql.migration.username", "")
                .set("monitor.postgresql.migration.sameRole", true)
                .call());

    assertThat(Rendered.container(rendered.deployment(Service.MONITOR)).getEnv())
        .extracting(EnvVar::getName)
        .noneMatch(variable -> variable.startsWith("QUARKUS_FLYWAY_"));
    assertThat(rendered.variable(Service.INTAKE, "QUARKUS_FLYWAY_USERNAME"))
        .isEqualTo("intake_migration");
  }

  /** The role that owns the audit log could change it. */
  @ParameterizedTest
  @EnumSource
  void that_the_role_of_a_service_owns_its_tables_is_never_silent(Service service) {
    for (var isByJob : List.of(true, false)) {
      var template =
          Chart.template(ValueSet.ONE_MACHINE)
              .set("migrations.job.enabled", isByJob)
              .set(service.component() + ".postgresql.migration.username", "");

      assertThatThrownBy(template::call)
          .hasMessageContaining(
              service.component() + ".postgresql.migration.username: name the role")
          .hasMessageContaining("could then change the audit log");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_role_of_a_service_is_not_named_as_another_one(Service service) {
    var migration = service.component() + ".postgresql.migration.";

    assertThatThrownBy(
            () ->
                Chart.template(ValueSet.ONE_MACHINE)
                    .set(migration + "username", service.component())
                    .call())
        .hasMessageContaining(migration + "username: the role of the service itself");
    assertThatThrownBy(
            () -> Chart.template(ValueSet.ONE_MACHINE).set(migration + "sameRole", true).call())
        .hasMessageContaining("username and sameRole exclude each other");
  }

  @ParameterizedTest
  @EnumSource
  void each_set_has_a_role_that_owns_the_tables_of_each_service(ValueSet set) {
    for (var service : Service.values()) {
      var role = service.component() + ".postgresql.";
      assertThat(set.own().at(role + "migration.username"))
          .isNotEqualTo(set.read().at(role + "username"))
          .isNotEqualTo("");
      assertThat(set.read().at(role + "migration.sameRole")).isEqualTo(false);
    }
  }
}
