package io.caseclock.bench.scale;

/** What goes through the services. */
enum Kind {
  EVENT,
  WARNING,
  BREACH
}
