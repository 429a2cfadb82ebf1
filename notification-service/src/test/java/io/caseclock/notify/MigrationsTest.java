package io.caseclock.notify;

import io.caseclock.testsupport.MigrationsBehaviour;

class MigrationsTest extends MigrationsBehaviour {

  MigrationsTest() {
    super(33);
  }
}
