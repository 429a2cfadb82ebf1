package io.caseclock.bench.firing;

/** What a reader has to know before comparing. */
final class Notes {

  static final String TEXT =
      """
      How to read this:
      - Not the same work. The schedulers run any code for each job, in a transaction of its own, and
        keep what became of it; the sweep fires rows set by set and can do nothing else. It reads the
        deadlines, decides the stage by the law, stores the next instant in a table beside the deadlines,
        appends to the statistics, and for a breach reads the case and tells how it came about. A job
        inserts one row of the outbox of the size of a warning, also where it stands beside breaches.
      - The sweep runs with two workers and batches of 500, as the service does with its defaults; the
        schedulers have their threads (db-scheduler 50, Quartz 20, JobRunr as many as it takes itself).
      - In favour of the others: their time runs from the first job that begins to the last that is
        committed, without start and stop; their inserts do not wake the relay (a trigger that hinders
        transactions from being committed together); the optional index of db-scheduler is left out.
      - One JVM, one pool of 64 connections, one PostgreSQL, the same options for all. Before each trial
        the tables are truncated, filled again, vacuumed and followed by a checkpoint.
      - A trial ends where nothing is due or its time is over; then it counts with what it fired.
      - Settings: db-scheduler lock-and-fetch 1.0 to 4.0 and fetch 0.5 to 3.0, as its documents tell for
        much at once; Quartz JDBC store, clustered, acquisition within the lock, batches as large as
        its threads, no misfires; JobRunr scheduled jobs, polled every 5 seconds, its shortest interval.
      - Kills: a process with the same options is killed between a tenth and four fifths of the work,
        another does the rest. db-scheduler commits a job and its completion apart, as it does where
        nothing joins their transactions, and takes up what was picked after 4 missed beats of 1 second.
      - Not measured: timers of Flowable, whose engine needs Joda-Time, which this build bans.
      """;

  private Notes() {}
}
