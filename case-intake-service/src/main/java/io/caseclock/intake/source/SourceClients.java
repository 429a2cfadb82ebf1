package io.caseclock.intake.source;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which clients administrators have registered for which sources, with who did so and when. */
public interface SourceClients {

  /**
   * A registration that holds.
   *
   * @param client the subject of the client's token
   * @param addedBy the subject of the administrator's token
   */
  record Registration(String client, SourcePattern source, String addedBy, Instant addedAt) {}

  /** What holds for one client, in the order of the sources. */
  List<Registration> of(String client);

  /** What holds for all clients, in the order of their names. */
  List<Registration> all();

  /**
   * Makes exactly these the sources of a client: what was not there is added, what is not among
   * them ends. What ends stays on record.
   *
   * @param by the subject of the administrator's token
   */
  void replace(String client, Set<SourcePattern> sources, String by, Instant at);
}
