package io.caseclock.notify.console.bulletin;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of bulletins say. */
@MessageBundle(value = "bulletins", locale = "zh")
public interface BulletinTexts {

  String title();

  String subtitle();

  String latestPdf(String on);

  String kind();

  String kindOf(String kind);

  String number();

  String numberHint();

  String from();

  String to();

  String search();

  String unclear();

  String nothing();

  String colTitle();

  String colUnit();

  String colPeriod();

  String colIssued();

  String colFiles();

  String period(String from, String to);

  String belated();

  String pdf();

  String xlsx();

  String toArchive();

  String nothingInTable();

  String further(long further);

  String hash();

  String corrections();

  String correctionsHint();

  String noCorrections();

  String moreCorrections();

  String colCountedOn();

  String colKnownAt();

  String colBefore();

  String colAfter();

  String notCounted();
}
