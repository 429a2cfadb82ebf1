package io.caseclock.monitor;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.caseclock.rules.HouseRules;

@AnalyzeClasses(packages = "io.caseclock.monitor", importOptions = DoNotIncludeTests.class)
class MonitorHouseRulesTest extends HouseRules {}
