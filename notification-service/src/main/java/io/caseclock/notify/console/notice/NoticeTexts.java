package io.caseclock.notify.console.notice;

import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.notice.step.Action;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a notice says. */
@MessageBundle(value = "notice", locale = "zh")
public interface NoticeTexts {

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
}
