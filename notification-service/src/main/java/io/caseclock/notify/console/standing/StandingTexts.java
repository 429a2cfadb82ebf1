package io.caseclock.notify.console.standing;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page of the standing says. */
@MessageBundle(value = "standing", locale = "zh")
public interface StandingTexts {

  String title();

  String subtitle();

  String unit();

  String month();

  String kind();

  String kindOf(String kind);

  String view();

  String viewOf(String view);

  String show();

  String before();

  String after();

  String open();

  String colRank();

  String colUnit();

  String colPoints();

  String colMovement();

  String colRankBefore();

  String rankOf(int rank, int of);

  String trend(String trend, String by);

  String lines();

  String colLine();

  String colCounted();

  String colAmount();

  String colEach();

  String colLinePoints();

  String started(int start);

  String counted(long number, String of);

  String amount(String amount, String per);

  String each(String each, String per, String most);

  String capped();

  String notJudged();

  String toRows();

  String tooLittle();

  String tooLittleHint(int least);

  String due(long due);

  String nothing();

  String noStanding();

  String chart();

  String points();

  String badMonth();
}
