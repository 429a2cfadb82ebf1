package io.caseclock.notify.notice.evidence;

import java.util.List;
import java.util.Optional;

/** Keeps evidence. Writing takes part in the caller's transaction. */
public interface EvidenceStore {

  void add(Evidence evidence, byte[] content);

  /** The files of a notice, the oldest first. */
  List<Evidence> ofNotice(String noticeId);

  Optional<Evidence.File> file(String noticeId, String id);
}
