package io.caseclock.notify.console.casepage;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a case says. */
@MessageBundle(value = "casepage", locale = "zh")
public interface CaseTexts {

  String title(String caseId);

  String subtitle();

  String state(String state);

  String status(String status);

  String since();

  String opened();

  String countOf(String status, long count);

  String noOwner();

  String part();

  String unverified();

  String contentsDeleted(String when);

  String contradictions();

  String known();

  String asOf();

  String knownAt();

  String show();

  String asOfHint();

  String pastNow(String asOf, String knownAt);

  String toPresent();

  String picture();

  String scrolls();

  String pictureOf(String caseId);

  String pictureHint();

  String nothingDrawn();

  String now();

  String legend();

  String legendMany();

  String legendWithdrawn();

  String legendNoEffect();

  String legendBar();

  String legendExtension();

  String legendLeftOut();

  String legendOverrun();

  String legendAlternative();

  String legendEnd();

  String folded(int count);

  String flagLate();

  String flagWithdrawn();

  String flagNoEffect();

  String lateCount(int count);

  String withdrawnCount(int count);

  String noEffectCount(int count);

  String eventCount(int count);

  String deadlines();

  String noDeadlines();

  String moreDeadlines();

  String starts();

  String ends();

  String dueOtherwise(String day);

  String provisional();

  String lateData();

  String internal();

  String extendedTo();

  String leftOutOf();

  String lasting();

  String why();

  String whyOf(String name);

  String rule();

  String steps();

  String otherReading();

  String days();

  String dayMark(String mark);

  String colDay();

  String colCounts();

  String annex();

  String notReproduced();

  String noSteps();

  String toCase();

  String events();

  String noEvents();

  String moreEvents();

  String firstEvents();

  String colWhen();

  String colWhat();

  String colEffect();

  String change(String change);

  String earlier(int count);

  String earlierTenures(int count);

  String further(int count);

  String late(String span);

  String withdrawn();

  String noEffect();

  String acceptedAt();

  String notices();

  String noNotices();

  String findings();

  String noFindings();

  String rectified();

  String corrected();

  String stands();

  String tasks();

  String noTasks();

  String messages();

  String noMessages();

  String noInbox();

  String escalations();

  String noEscalations();

  String escalation(String state);

  String told();

  String noTold();

  String furtherPeople(int count);

  String more();

  String tenures();

  String noTenures();

  String until();

  String present();

  String missing();

  String missingOf(String caseId);

  String missingNext();

  String searchAgain();
}
