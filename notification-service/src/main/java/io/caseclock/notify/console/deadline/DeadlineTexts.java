package io.caseclock.notify.console.deadline;

import io.caseclock.notify.filter.KeepFilters;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of deadlines says. */
@MessageBundle(value = "deadline", locale = "zh")
public interface DeadlineTexts {

  String title();

  String subtitle();

  String filter();

  String apply();

  String more();

  /** What a parameter is about. */
  String label(String name);

  String due(String window);

  String risk(String band);

  String changed(String change);

  /** The words for several statuses. */
  String status(String word);

  /** What an order sorts by. */
  String sort(String order);

  String anyTime();

  String ruleHint();

  String noSuchRule(String typed);

  String officerHint();

  String remove(String what);

  String mine();

  String allOpen();

  /** What a prosecutor’s own office owes. */
  String ofProcuratorate();

  String saveTitle();

  String saveName();

  String save();

  String manage();

  String rename();

  String forget();

  @Message
  String filterRefused(KeepFilters.Why why);

  String exportCsv();

  String exportXlsx();

  String printed(String moment);

  String nothing();

  String nothingNext();

  String why();

  String started(String moment);

  String ended(String moment);

  String provisional();

  String choose(String what);

  String takeTitle();

  String takeHint();

  String planOn();

  String planText();

  String take();

  String takeNothing();

  String takeTooMany();

  String takeNoDay();

  String takeNoText();

  String takenTitle();

  String takenSome(int taken, int all);

  String colOutcome();

  String taken(String until);

  String notOpen();

  String notSaved();

  String back();

  String isTakenOn();

  String chooseAll();

  String shown(int count);

  String shownMore(int count);
}
