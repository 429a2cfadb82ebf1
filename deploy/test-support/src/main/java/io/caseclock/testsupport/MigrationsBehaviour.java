package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds the migrations of a service to what {@code CONTRIBUTING.md} says of them: replicas of the
 * version before go on working on the newer schema, and find it again on the way back.
 */
public abstract class MigrationsBehaviour {

  private final List<Migration> all = Migration.in(Path.of("src/main/resources/db/migration"));
  private final int first;

  /**
   * @param first the number from which on they are looked at; those before it are as they are
   */
  protected MigrationsBehaviour(int first) {
    this.first = first;
  }

  @Test
  void a_migration_takes_nothing_away_unless_it_says_why_nobody_needs_it() {
    assertThat(all)
        .isNotEmpty()
        .filteredOn(migration -> migration.number() >= first && !migration.contracts())
        .allSatisfy(migration -> assertThat(migration.takesAway()).as(migration.name()).isEmpty());
  }
}
