package io.caseclock.monitor;

import io.caseclock.testsupport.MigrationsBehaviour;

class MigrationsTest extends MigrationsBehaviour {

  MigrationsTest() {
    super(34);
  }
}
