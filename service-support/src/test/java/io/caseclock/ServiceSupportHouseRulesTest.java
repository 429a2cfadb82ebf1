package io.caseclock;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.caseclock.rules.DoNotIncludeTestSupport;
import io.caseclock.rules.HouseRules;

@AnalyzeClasses(
    packages = "io.caseclock",
    importOptions = {DoNotIncludeTests.class, DoNotIncludeTestSupport.class})
class ServiceSupportHouseRulesTest extends HouseRules {}
