package io.caseclock.notify.console.feed;

import io.caseclock.problem.ProblemType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of calendar links says. */
@MessageBundle(value = "feed", locale = "zh")
public interface FeedTexts {

  String title();

  String subtitle();

  String how();

  String whatItShows();

  String keepSecret();

  String changes();

  String made();

  String madeOnce();

  String address();

  String addIt();

  String own();

  String nothing();

  String colName();

  String colLanguage();

  String colMade();

  String colRead();

  String never();

  String revoke();

  String revokeHint();

  String make();

  String name();

  String nameHint();

  String language();

  String chinese();

  String english();

  String full(int most);

  String languageOf(String code);

  @Message
  String refused(ProblemType type);
}
