package io.caseclock.notify.console.overview;

import java.time.Instant;
import java.time.ZoneId;

/** What one officer has to do, as the monitor tells it. */
record OfficerPresent(String unit, String officer, Instant asOf, ZoneId zone, Figures figures) {}
