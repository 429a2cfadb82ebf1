package io.caseclock.intake;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.caseclock.rules.HouseRules;

@AnalyzeClasses(packages = "io.caseclock.intake", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {

  @ArchTest
  static final ArchRule no_capability_uses_the_door_of_another =
      NO_CAPABILITY_USES_THE_DOOR_OF_ANOTHER;
}
