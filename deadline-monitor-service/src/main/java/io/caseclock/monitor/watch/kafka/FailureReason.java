package io.caseclock.monitor.watch.kafka;

/** Why a record could not be taken in; a metric tag and a dead-letter header. */
enum FailureReason {
  /** Not an event at all. */
  MALFORMED,
  /** The database is away; the same record is tried again. */
  TRANSIENT,
  /** A fault of ours; the record is set aside and a person must look. */
  BUG
}
