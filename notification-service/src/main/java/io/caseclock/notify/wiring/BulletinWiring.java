package io.caseclock.notify.wiring;

import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.bulletin.BulletinPapers;
import io.caseclock.notify.bulletin.BulletinWriter;
import io.caseclock.notify.bulletin.Bulletins;
import io.caseclock.notify.bulletin.Corrections;
import io.caseclock.notify.bulletin.CountOwnNumbers;
import io.caseclock.notify.bulletin.IssueBulletin;
import io.caseclock.notify.bulletin.TellBulletin;
import io.caseclock.notify.bulletin.file.FileBulletinWriter;
import io.caseclock.notify.bulletin.http.MonitorCorrections;
import io.caseclock.notify.bulletin.jdbc.JdbcBulletins;
import io.caseclock.notify.bulletin.kafka.PeriodNumbersConsumer;
import io.caseclock.notify.feedback.jdbc.JdbcAccuracyRate;
import io.caseclock.notify.indicator.OwnIndicators;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.monitor.MonitorApi;
import io.caseclock.notify.notice.document.file.OpenHtmlRenderer;
import io.caseclock.notify.notice.panache.NoticeRates;
import io.caseclock.notify.task.panache.CallBackRates;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import io.caseclock.pack.Indicator.Reads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Bulletins, and the rates that this service counts. */
public class BulletinWiring {

  @Produces
  @Singleton
  OwnIndicators ownIndicators(
      PacksInForce packs, NoticeRates notices, CallBackRates callBacks, Sql sql) {
    return new OwnIndicators(
        packs.packs(),
        Map.of(
            Reads.NOTICES_RECTIFIED, notices::rectified,
            Reads.WARNINGS_ACCURATE, new JdbcAccuracyRate(sql),
            Reads.CALL_BACKS_DONE, callBacks::done,
            Reads.CALLERS_SATISFIED, callBacks::satisfied));
  }

  @Produces
  @Singleton
  Bulletins bulletins(Sql sql) {
    return new JdbcBulletins(sql);
  }

  @Produces
  @Singleton
  BulletinWriter bulletinWriter(MessageTexts texts) {
    return new FileBulletinWriter(texts);
  }

  @Produces
  @Singleton
  BulletinPapers bulletinPapers(
      Bulletins bulletins, BulletinWriter writer, NotifyConfig config, HiddenCases hidden) {
    return new BulletinPapers(
        bulletins, writer, new OpenHtmlRenderer(config.notice().font())::render, hidden);
  }

  @Produces
  @Singleton
  IssueBulletin issueBulletin(
      Bulletins bulletins,
      OwnIndicators indicators,
      NoticeRates notices,
      BulletinWriter writer,
      Directory directory,
      TellBulletin tell) {
    return new IssueBulletin(
        bulletins, new CountOwnNumbers(indicators, notices::issued), writer, directory, tell);
  }

  @Produces
  @Singleton
  TellBulletin tellBulletin(RoleHolders holders, Notifications notifications, MessageTexts texts) {
    return new TellBulletin(holders, notifications, texts);
  }

  @Produces
  @Singleton
  Corrections corrections(MonitorApi monitor) {
    return new MonitorCorrections(monitor);
  }

  @Produces
  @Singleton
  PeriodNumbersConsumer periodNumbers(
      IssueBulletin issue,
      Sql sql,
      InstantSource clock,
      BatchProcessor batches,
      BatchCache cache,
      CommittedCounter counter) {
    return new PeriodNumbersConsumer(issue, sql, clock, batches, cache, counter);
  }
}
