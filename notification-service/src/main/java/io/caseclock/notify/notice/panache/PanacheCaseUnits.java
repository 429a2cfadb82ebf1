package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.issue.CaseUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tables of messages and tasks, which follow deadlines of the monitor. */
@ApplicationScoped
public class PanacheCaseUnits implements CaseUnits {

  private static final String UNITS =
      """
      select unit from message
      where case_id = :caseId and case_id <> '' and deadline_id is not null
      union
      select unit from task where case_id = :caseId
      """;

  private final EntityManager entities;

  @Inject
  PanacheCaseUnits(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Set<String> unitsOf(String caseId) {
    List<?> units =
        entities
            .createNativeQuery(UNITS, String.class)
            .setParameter("caseId", caseId)
            .getResultList();
    return units.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }
}
