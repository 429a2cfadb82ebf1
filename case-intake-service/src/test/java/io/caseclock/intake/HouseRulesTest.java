package io.caseclock.intake;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.caseclock.rules.HouseRules;

@AnalyzeClasses(packages = "io.caseclock.intake", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {}
