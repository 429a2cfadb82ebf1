package io.caseclock.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.audit.rest.NamedIds;
import io.caseclock.rest.DeclaredParameters;
import io.caseclock.rules.AnnotatedMethods;
import jakarta.ws.rs.GET;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A look at one thing stands in the audit log, by whichever parameter it is named: of each one that
 * a read takes it has to be said whether it names one thing.
 */
class ReadParametersTest {

  /** They narrow a list, or say how it is shown; one thing they do not name. */
  private static final Set<String> OTHERS =
      Set.of(
          "account",
          "add",
          "addsNumber",
          "addsUnit",
          "after",
          "approvedAt",
          "as",
          "asOf",
          "at",
          "before",
          "by",
          "change",
          "changed",
          "confidence",
          "custody",
          "day",
          "due",
          "dueFrom",
          "dueOnFrom",
          "dueOnTo",
          "dueTo",
          "duty",
          "element",
          "end",
          "ended",
          "events",
          "extension",
          "format",
          "from",
          "issuer",
          "kind",
          "knownAt",
          "lang",
          "late",
          "level",
          "limit",
          "list",
          "month",
          "next",
          "number",
          "of",
          "officer",
          "operation",
          "outcome",
          "pack",
          "pause",
          "pauseBy",
          "pauseFrom",
          "pauseTo",
          "period",
          "q",
          "reason",
          "risk",
          "rule",
          "saved",
          "service",
          "severity",
          "show",
          "sort",
          "stage",
          "start",
          "state",
          "status",
          "statutory",
          "tenures",
          "term",
          "termNumber",
          "termUnit",
          "text",
          "theme",
          "to",
          "topic",
          "unit",
          "unread",
          "view",
          "who",
          "whole",
          "year");

  @Test
  void it_is_known_of_each_parameter_of_a_read_whether_it_names_one_thing() {
    assertThat(
            AnnotatedMethods.of(GET.class)
                .flatMap(read -> DeclaredParameters.query(read).keySet().stream())
                .distinct()
                .filter(name -> !NamedIds.isOfOneThing(name)))
        .as("those that name one case, deadline or event belong into NamedIds")
        .containsExactlyInAnyOrderElementsOf(OTHERS);
  }
}
