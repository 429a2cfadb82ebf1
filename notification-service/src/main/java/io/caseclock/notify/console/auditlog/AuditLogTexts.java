package io.caseclock.notify.console.auditlog;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page of the audit log says. */
@MessageBundle(value = "auditlog", locale = "zh")
public interface AuditLogTexts {

  String title();

  String subtitle();

  String ofNotification();

  String ofMonitor();

  String ofIntake();

  String from();

  String to();

  String who();

  String operation();

  String caseId();

  String outcome();

  String done();

  String refused();

  String show();

  String csv();

  String nothing();

  String wrong();

  String colAt();

  String colWho();

  String colWhat();

  String colIds();

  String colOutcome();

  String ofNothing();

  String unknown();

  String requestId();

  String kind();

  String changes();

  String reads();

  String area(String area);

  String step(String step);

  String thing(String thing);

  String method(String method);
}
