package io.caseclock.notify.console.deadline;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.filter.FilterQuery;
import io.caseclock.notify.monitor.Query;
import java.util.List;

/**
 * What the page shows. Where nothing is said of the status, it is what is still to be done; where
 * nothing is said at all, it is that, and for an officer who is no more than that their own.
 *
 * @param shown the parameters of the page, in their usual order
 */
record DeadlineQuery(Query shown) {

  static final String PATH = "/deadlines";

  private static final String STATUS = "status";
  private static final String OPEN = "open";
  private static final String ANY = "any";
  private static final String SORT = "sort";
  private static final String USUAL_SORT = "due";

  static DeadlineQuery of(Query sent, Caller caller) {
    if (sent.isEmpty()) {
      return usual(caller);
    }
    var query =
        FilterQuery.values(sent, STATUS).isEmpty() ? sent.and(STATUS, usualStatus(sent)) : sent;
    return new DeadlineQuery(FilterQuery.inOrder(withoutUsualSort(query)));
  }

  /** What is to be done; of what changed of late also what has ended since. */
  private static String usualStatus(Query sent) {
    return FilterQuery.values(sent, "changed").isEmpty() ? OPEN : ANY;
  }

  /** What somebody sees first. */
  static DeadlineQuery usual(Caller caller) {
    var open = Query.of(STATUS, OPEN);
    var own = isOnlyOfficer(caller) ? open.and("officer", caller.asOfficer().orElse("")) : open;
    return new DeadlineQuery(own);
  }

  /** What is open in all of the visitor's units. */
  static DeadlineQuery open() {
    return new DeadlineQuery(Query.of(STATUS, OPEN));
  }

  /** The same, of what one organ owes. */
  static DeadlineQuery openOf(String duty) {
    return new DeadlineQuery(Query.of(STATUS, OPEN).and("duty", duty));
  }

  static boolean isOnlyOfficer(Caller caller) {
    return caller.is(Role.OFFICER)
        && !caller.is(Role.LEGAL_OFFICER)
        && !caller.is(Role.SUPERVISOR)
        && caller.asOfficer().isPresent();
  }

  private static Query withoutUsualSort(Query query) {
    return FilterQuery.values(query, SORT).equals(List.of(USUAL_SORT))
        ? query.without(SORT)
        : query;
  }

  /** The same question for the monitor, which takes no word for all statuses. */
  Query asked() {
    return isAnyStatus() ? shown.without(STATUS) : shown;
  }

  public boolean isAnyStatus() {
    return values(STATUS).contains(ANY);
  }

  /** The first value of a parameter; empty where it has none. */
  public String value(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  List<String> values(String name) {
    return FilterQuery.values(shown, name);
  }

  /** All values of a parameter in one, as a select sends what it did not choose itself. */
  public String joined(String name) {
    return String.join(",", values(name));
  }

  public String sort() {
    var sort = value(SORT);
    return sort.isEmpty() ? USUAL_SORT : sort;
  }

  /** The same in another order. */
  DeadlineQuery sorted(String sort) {
    return new DeadlineQuery(FilterQuery.inOrder(withoutUsualSort(shown.with(SORT, sort))));
  }

  /** The same without one value; what is left out of the status is any. */
  DeadlineQuery without(String name, String value) {
    var left = values(name).stream().filter(one -> !one.equals(value)).toList();
    var less = shown.without(name).andAll(name, left);
    var whole = name.equals(STATUS) && left.isEmpty() ? less.and(STATUS, ANY) : less;
    return new DeadlineQuery(FilterQuery.inOrder(whole));
  }

  /** Its address. */
  public String url() {
    return shown.behind(PATH);
  }
}
