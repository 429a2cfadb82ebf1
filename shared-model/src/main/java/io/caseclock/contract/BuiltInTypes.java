package io.caseclock.contract;

import java.util.Set;

/** The event types that belong to no pack, since every pack needs them. */
public final class BuiltInTypes {

  /** Moves one rule's deadline: {@code rule}, {@code adds} (ISO 8601 period), {@code level}. */
  public static final String EXTENSION_APPROVED = "extension-approved";

  /** States facts that hold from the event's time on: {@code facts}. */
  public static final String FACTS_STATED = "facts-stated";

  /** Takes an earlier event back, as if it had never happened: {@code source}, {@code id}. */
  public static final String EVENT_WITHDRAWN = "event-withdrawn";

  /** A person found a fault: {@code element}, {@code provision}, {@code text}. */
  public static final String FINDING_RECORDED = "finding-recorded";

  /**
   * Hands a case over from the event's time on: {@code unit}, {@code officer}, {@code reason};
   * subject {@code case/ID}.
   */
  public static final String CASE_ASSIGNED = "case-assigned";

  /** A unit of the tree: {@code parent}, {@code names}, {@code kind}; subject {@code unit/ID}. */
  public static final String UNIT_REGISTERED = "unit-registered";

  /**
   * An officer's post from the event's time on: {@code name}, {@code unit}, {@code roles}, {@code
   * contacts}; subject {@code officer/ID}.
   */
  public static final String OFFICER_ASSIGNED = "officer-assigned";

  /**
   * An officer's leave or exchanged duty: {@code absence}, {@code from}, {@code until}, {@code
   * substitute}, {@code reason}, {@code cancelled}; subject {@code officer/ID}.
   */
  public static final String OFFICER_AWAY = "officer-away";

  /** The types that go to the {@code directory} topic instead of a case's timeline. */
  public static final Set<String> DIRECTORY =
      Set.of(UNIT_REGISTERED, OFFICER_ASSIGNED, OFFICER_AWAY);

  /** Every type of this class. */
  public static final Set<String> ALL =
      Set.of(
          EXTENSION_APPROVED,
          FACTS_STATED,
          EVENT_WITHDRAWN,
          FINDING_RECORDED,
          CASE_ASSIGNED,
          UNIT_REGISTERED,
          OFFICER_ASSIGNED,
          OFFICER_AWAY);

  private BuiltInTypes() {}
}
