package io.caseclock.notify.console.inbox;

import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.JudgeWarning;
import io.caseclock.notify.message.RecipientReason;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a message says. */
@MessageBundle(value = "inbox", locale = "zh")
public interface InboxTexts {

  String listTitle();

  String listSubtitle();

  String unread();

  String all();

  String kind();

  String markAll();

  String markOne();

  String more(int messages);

  String nothingUnread();

  String nothingAtAll();

  String isRead();

  String back();

  String title();

  String subtitle();

  String whyTold();

  String noLonger();

  String further();

  String pageBefore();

  String toBreach();

  String toTask();

  String toAccesses();

  String ask();

  String right();

  String wrong();

  String whyWrong();

  String colAbout();

  String remark();

  String wasRight();

  String wasWrong(String cause);

  @Message
  String why(RecipientReason reason);

  @Message
  String cause(Cause cause);

  String refused(JudgeWarning.Why why);
}
