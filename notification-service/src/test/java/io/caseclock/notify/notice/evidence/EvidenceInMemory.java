package io.caseclock.notify.notice.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evidence in memory. */
public final class EvidenceInMemory implements EvidenceStore {

  private final List<Evidence.File> kept = new ArrayList<>();

  @Override
  public void add(Evidence evidence, byte[] content) {
    kept.add(new Evidence.File(evidence, content));
  }

  @Override
  public List<Evidence> ofNotice(String noticeId) {
    return kept.stream()
        .map(Evidence.File::evidence)
        .filter(one -> one.noticeId().equals(noticeId))
        .toList();
  }

  @Override
  public Optional<Evidence.File> file(String noticeId, String id) {
    return kept.stream().filter(one -> one.evidence().id().equals(id)).findFirst();
  }
}
