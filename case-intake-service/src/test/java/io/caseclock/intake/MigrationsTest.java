package io.caseclock.intake;

import io.caseclock.testsupport.MigrationsBehaviour;

class MigrationsTest extends MigrationsBehaviour {

  MigrationsTest() {
    super(22);
  }
}
