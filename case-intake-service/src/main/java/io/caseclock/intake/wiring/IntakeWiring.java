package io.caseclock.intake.wiring;

import io.caseclock.admission.RateLimit;
import io.caseclock.admission.RateLimits;
import io.caseclock.archive.CaseArchive;
import io.caseclock.archive.jdbc.JdbcCaseArchive;
import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.DatabaseRetry;
import io.caseclock.directory.CachedDirectory;
import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.intake.accept.AcceptEvents;
import io.caseclock.intake.accept.EventCheck;
import io.caseclock.intake.accept.EventRateLimits;
import io.caseclock.intake.accept.GatherRequests;
import io.caseclock.intake.archive.jdbc.IntakeParts;
import io.caseclock.intake.journal.ContactErasure;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.MonitorAddress;
import io.caseclock.intake.journal.Republication;
import io.caseclock.intake.journal.jdbc.JdbcContactErasure;
import io.caseclock.intake.journal.jdbc.JdbcJournal;
import io.caseclock.intake.journal.jdbc.JdbcRepublication;
import io.caseclock.intake.journal.jdbc.PublicationTable;
import io.caseclock.intake.key.ApiKeys;
import io.caseclock.intake.key.KeyRing;
import io.caseclock.intake.key.jdbc.JdbcApiKeys;
import io.caseclock.intake.schema.DataCheck;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.wire.JsonSchemaCheck;
import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.OwnRates;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.jdbc.JdbcGoLiveDates;
import io.caseclock.intake.source.jdbc.JdbcSourceClients;
import io.caseclock.outbox.AfterPublish;
import io.caseclock.pack.Listeners;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.Packs;
import io.caseclock.wiring.Setting;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Makes the use case and its ports. */
public class IntakeWiring {

  private static final int GROUPS_AT_ONCE = 2;

  /** Read once. */
  @Produces
  @Singleton
  List<Pack> packs(IntakeConfig config) {
    return Setting.of("caseclock.packs", () -> Packs.load(config.packs()));
  }

  /** Read at start, so that a pack with mistakes stops the start. */
  @Produces
  @Singleton
  @Startup
  EventCatalogue catalogue(List<Pack> packs) {
    return new EventCatalogue(packs);
  }

  @Produces
  @Singleton
  Listeners listeners(List<Pack> packs) {
    return new Listeners(packs);
  }

  /** Compiled at start, so that a schema which is none stops the start. */
  @Produces
  @Singleton
  @Startup
  DataCheck dataCheck(EventCatalogue catalogue) {
    return new JsonSchemaCheck(catalogue.types());
  }

  @Produces
  @Singleton
  BatchCache batchMemory() {
    return new BatchCache();
  }

  @Produces
  @Singleton
  Directory directory(DataSource dataSource, InstantSource clock, BatchCache memory) {
    return new CachedDirectory(new JdbcDirectory(dataSource, clock), memory);
  }

  @Produces
  @Singleton
  QuotaDays quotaDays(List<Pack> packs) {
    return new QuotaDays(packs.getFirst().zone());
  }

  @Produces
  @Singleton
  Journal journal(DataSource dataSource, EventCatalogue catalogue, QuotaDays days) {
    return new JdbcJournal(dataSource, catalogue.ownership(), days);
  }

  @Produces
  @Singleton
  Republication republication(DataSource dataSource) {
    return new JdbcRepublication(dataSource);
  }

  @Produces
  @Singleton
  AcceptEvents acceptEvents(
      EventCatalogue catalogue,
      DataCheck schemas,
      Directory directory,
      Journal journal,
      SourceClients clients,
      GoLiveDates goLives,
      InstantSource clock,
      BatchCache memory) {
    var check = new EventCheck(catalogue, schemas, journal);
    return new AcceptEvents(
        check, catalogue.ownership(), directory, journal, clients, goLives, clock, memory);
  }

  /** While one group is on its way to the disk, the next is put together. */
  @Produces
  @Singleton
  GatherRequests gatherRequests(AcceptEvents acceptEvents) {
    return new GatherRequests(acceptEvents::accept, DatabaseRetry::isTransient, GROUPS_AT_ONCE);
  }

  @Produces
  @Singleton
  SourceClients sourceClients(DataSource dataSource) {
    return new JdbcSourceClients(dataSource);
  }

  @Produces
  @Singleton
  GoLiveDates goLiveDates(DataSource dataSource) {
    return new JdbcGoLiveDates(dataSource);
  }

  @Produces
  @Singleton
  EventRateLimits shares(RateConfig config, OwnRates own) {
    return new EventRateLimits(
        new RateLimits(new RateLimit(config.client(), config.clientBurst()), System::nanoTime),
        new RateLimits(new RateLimit(config.source(), config.sourceBurst()), System::nanoTime),
        own);
  }

  @Produces
  @Singleton
  MonitorAddress monitor(IntakeConfig config) {
    return new MonitorAddress(config.monitorUrl());
  }

  @Produces
  @Singleton
  AfterPublish publications(InstantSource clock) {
    return new PublicationTable(clock);
  }

  @Produces
  @Singleton
  ApiKeys apiKeys(DataSource dataSource) {
    return new JdbcApiKeys(dataSource);
  }

  @Produces
  @Singleton
  KeyRing keyRing(ApiKeys keys, InstantSource clock) {
    return new KeyRing(keys, clock, System::nanoTime);
  }

  @Produces
  @Singleton
  ContactErasure contactErasure(DataSource dataSource) {
    return new JdbcContactErasure(dataSource);
  }

  @Produces
  @Singleton
  CaseArchive caseArchive(DataSource dataSource) {
    return new JdbcCaseArchive(dataSource, IntakeParts.ALL);
  }
}
