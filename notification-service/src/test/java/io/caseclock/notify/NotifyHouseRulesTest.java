package io.caseclock.notify;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.caseclock.rules.HouseRules;

@AnalyzeClasses(packages = "io.caseclock.notify", importOptions = DoNotIncludeTests.class)
class NotifyHouseRulesTest extends HouseRules {}
