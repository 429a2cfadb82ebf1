package io.caseclock.notify.console.frame;

import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.Superseded;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What all pages say. */
@MessageBundle(value = "common", locale = "zh")
public interface CommonTexts {

  String app();

  String skip();

  String otherLanguage();

  String signOut();

  /** Before the choice of the unit to act in. */
  String actedIn();

  /** On its button. */
  String changeUnit();

  String navPages();

  /** A page by its path, or a section of them. */
  String nav(String key);

  String menu();

  String search();

  String searchHint();

  String theme(String code);

  String print();

  String copy();

  String copied();

  String asFigures();

  String working();

  String nothingElse();

  String away();

  String awayNext();

  String notConfigured();

  String refusedByMonitor();

  String news();

  String disclaimer();

  String back();

  String problemTitle(ProblemType type);

  String problem(ProblemType type);

  String formFault(FormFault.Why why);

  String colLevel();

  String colKind();

  String colRule();

  String colUnit();

  String colCase();

  String colDue();

  String colOfficer();

  String colState();

  String colList();

  String colReason();

  String all();

  String filter();

  String apply();

  String clearFilter();

  String sortBy();

  String exportCsv();

  String insteadOf(String person, String other);

  String none();

  String facts();

  String history();

  String actions();

  String noActions();

  String anyOfficer();

  String pageNext();

  String toNotice();

  String inboxOnly();

  String policyOfPack();

  String coversAll();

  String neverRepeated();

  String repeated(String every, String longest, int times);

  String atOnce();

  String afterSpan(String span);

  String days(long days);

  String hours(long hours);

  String minutes(long minutes);

  String workingDays(int days);

  String workingHours(int hours);

  String level(String severity);

  @Message
  String kind(MessageKind kind);

  String policyKind(String kind);

  String role(String role);

  String tell(String role);

  @Message
  String superseded(Superseded why);

  /** The head of a column of ids, beside one of names. */
  String colId(String what);
}
