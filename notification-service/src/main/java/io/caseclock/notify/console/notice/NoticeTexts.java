package io.caseclock.notify.console.notice;

import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeOrder;
import io.caseclock.notify.notice.NoticeStage;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.notice.step.Action;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a notice says. */
@MessageBundle(value = "notice", locale = "zh")
public interface NoticeTexts {

  String listTitle();

  String draft();

  String draftsSubtitle();

  String noDrafts();

  String draftsCut();

  String draftHint();

  String newDraftHint();

  String toDrafts();

  String preview();

  String discard();

  String issue();

  String saveDraft();

  String chooseUnit();

  String cause();

  String knownFaults();

  String ownFaults();

  String elementLabel();

  String element(String element);

  String provision();

  String faultText();

  String colFaults();

  String colBegun();

  String findingHint();

  String recordFinding();

  String incompleteDraft();

  String incompleteFinding();

  String faultyCase();

  String unwritten(Refusal why);

  String listSubtitle();

  String nothingFound();

  String allStages();

  @Message
  String stage(NoticeStage stage);

  @Message
  String order(NoticeOrder order);

  String newFinding();

  String newDraft();

  String drafts();

  String colNumber();

  String colReceiver();

  String colDelivered();

  String colNext();

  String officerId();

  String search();

  String issuedFrom();

  String issuedTo();

  String onlyLate();

  String sinceDelivery(String days);

  String notDelivered();

  String above();

  String names();

  String colIssuer();

  String colIssued();

  String hash();

  String documentHtml();

  String documentPdf();

  String document();

  String faults();

  String dropped();

  String evidence();

  String evidenceFile();

  String evidenceSend();

  String trace();

  String basis();

  String planOn();

  String handOverTo();

  String supervise();

  String whySupervise();

  String incomplete();

  String beingWorkedOut();

  String recorded(String step);

  String received(String file);

  String standsNow(String state, String step, String by, String at);

  String way();

  String list();

  @Message
  String station(StepKind kind);

  @Message
  String place(Station.Place place);

  @Message
  String kind(NoticeKind kind);

  String state(String state);

  @Message
  String step(StepKind step);

  String decision(String decision);

  @Message
  String button(Action action);

  String label(Action action);

  String refused(Refusal why);

  String unsupervised(Refusal why);

  String faultsChosen(long count);

  String faultsOfCase();

  String faultsOfOthers(int count);
}
