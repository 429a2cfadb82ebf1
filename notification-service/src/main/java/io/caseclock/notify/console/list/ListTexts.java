package io.caseclock.notify.console.list;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of lists say. */
@MessageBundle(value = "lists", locale = "zh")
public interface ListTexts {

  String title();

  String subtitle();

  String unit();

  String show();

  String open();

  String breached();

  String findings();

  String rows();

  String meetings();

  String officers();

  String noLists();

  String day();

  String dayHint();

  String asOf(String at);

  String nothing();

  String colGrade();

  String colWhat();

  String colWhose();

  String colSince();

  String colNext();

  String grade(String grade);

  String ran(String age);

  String stands(String age);

  String endedAt(String at);

  String dueAt(String at);

  String beganAt(String at);

  String noticeLink();

  String meetingTitle(String list, String on);

  String meetingsTitle(String list);

  String meetingsHint();

  String noMeetings();

  String colMeeting();

  String fresh();

  String still();

  String mended();

  String ahead();

  String change(String change);

  String changeAll();

  String frozenAsOf(String at);

  String formerOn(String on);

  String noFormer();

  String belated();

  String further(long further);

  String hash();

  String hashHint();

  String whole();

  String older();

  String officersTitle(String list);

  String officersHint();

  String from();

  String to();

  String by();

  String byOf(String by);

  String colOfficer();

  String colBreaches();

  String colFaulty();

  String colFindings();

  String colRepeats();

  String ofAll(long count, long of);

  String interval(String low, String high);

  String fewerThanFive();

  String times(long times);

  String repeatedBy(long officers);

  String training(String training);

  String noOfficers();

  String toList();

  String badDays();
}
