package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No variable of the templates stands behind a condition that no test has ever met. */
class VariablesAreRenderedTest {

  private static final Pattern VARIABLE = Pattern.compile("- name: ([A-Z][A-Z0-9_]+)\\s");

  /** {@link ServicesAreSetUpRightTest} holds all that is rendered to the services. */
  @Test
  void each_that_a_template_names_is_in_something_that_tests_look_at() {
    assertThat(named(RepositoryText.ofTemplates()))
        .contains("CASECLOCK_TOKENS_REVOKED_WITHIN", "QUARKUS_MAILER_PASSWORD");
    assertThat(neverRendered(RepositoryText.ofTemplates())).isEmpty();
  }

  @Test
  void one_that_no_values_of_tests_lead_to_is_found() {
    var more = "{{- if .Values.never }}\n- name: CASECLOCK_NEVER\n  value: x\n{{- end }}\n";

    assertThat(neverRendered(RepositoryText.ofTemplates() + more))
        .containsExactly("CASECLOCK_NEVER");
  }

  @ParameterizedTest
  @EnumSource
  void each_service_is_told_how_soon_a_revoked_token_is_refused(Service service) {
    assertThat(Renderings.withRevokedTokens().variable(service, "CASECLOCK_TOKENS_REVOKED_WITHIN"))
        .isEqualTo("10s");
    assertThat(
            Chart.rendered(ValueSet.ONE_MACHINE)
                .variable(service, "CASECLOCK_TOKENS_REVOKED_WITHIN"))
        .isEmpty();
  }

  private static Set<String> neverRendered(String templates) {
    var names = named(templates);
    Renderings.all()
        .map(Named::getPayload)
        .flatMap(Rendered::containers)
        .flatMap(container -> container.getEnv().stream())
        .map(EnvVar::getName)
        .forEach(names::remove);
    return names;
  }

  private static Set<String> named(String templates) {
    return VARIABLE
        .matcher(templates)
        .results()
        .map(variable -> variable.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
