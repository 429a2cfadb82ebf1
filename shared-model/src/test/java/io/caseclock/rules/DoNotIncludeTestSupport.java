package io.caseclock.rules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the test servers, which stand on the class path of tests only. */
public final class DoNotIncludeTestSupport implements ImportOption {

  @Override
  public boolean includes(Location location) {
    return !location.contains("/test-support/") && !location.contains("/embedded-servers/");
  }
}
