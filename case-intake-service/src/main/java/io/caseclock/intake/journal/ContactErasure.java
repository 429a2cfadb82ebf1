package io.caseclock.intake.journal;

import java.time.Instant;
import java.util.Optional;

/** Erases how an officer was reached, and nothing else: posts, roles and numbers stay. */
public interface ContactErasure {

  /**
   * What was erased.
   *
   * @param posts of the directory that had a contact, past, present and future ones
   * @param events of the journal that stated one
   */
  record Erased(int posts, int events) {}

  /**
   * Erases all contacts of the officer here, and tells the other services to do the same. What is
   * posted later states contacts again.
   *
   * @return empty where the directory has no post of the officer
   */
  Optional<Erased> erase(String officer, Instant at);
}
