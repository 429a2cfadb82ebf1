package io.caseclock.intake.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which clients administrators have registered for which sources, and what these may send, with who
 * did so and when.
 */
public interface SourceClients {

  /**
   * A registration that holds.
   *
   * @param client the subject of the client's token
   * @param addedBy the subject of the administrator's token
   */
  record Registration(String client, SourcePattern source, String addedBy, Instant addedAt) {}

  /**
   * Limits that were set for a client.
   *
   * @param accepted how many of its events were accepted on the day asked for while it had a quota
   * @param setBy the subject of the administrator's token
   */
  record SetLimits(ClientLimits limits, long accepted, String setBy, Instant setAt) {}

  /** What holds for one client, in the order of the sources. */
  List<Registration> of(String client);

  /** What holds for all clients, in the order of their names. */
  List<Registration> all();

  /** By client; of one for whom nothing is set there is nothing. */
  Map<String, SetLimits> limits(LocalDate day);

  /** Events a second by client, of those that have a rate of their own. */
  Map<String, Long> ownRates();

  /**
   * Makes exactly these the sources and the limits of a client: what was not there is added, what
   * is not among them ends. What sources end stays on record.
   *
   * @param by the subject of the administrator's token
   */
  void replace(
      String client, Set<SourcePattern> sources, ClientLimits limits, String by, Instant at);

  /**
   * Forgets what was counted on the days before.
   *
   * @param most how many counts are deleted at most
   */
  void forgetDaysBefore(LocalDate day, int most);
}
