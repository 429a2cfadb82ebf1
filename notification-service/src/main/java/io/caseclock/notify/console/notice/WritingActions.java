package io.caseclock.notify.console.notice;

import io.caseclock.access.Caller;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.document.IssuedDocuments;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Draft.Content;
import io.caseclock.notify.notice.draft.WriteNotice;
import io.caseclock.notify.notice.issue.RecordFinding;
import io.caseclock.notify.notice.issue.RecordFinding.Finding;
import io.caseclock.notify.notice.issue.RecordFinding.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What is written by hand, committed before a page is shown again. */
@ApplicationScoped
public class WritingActions {

  private final WriteNotice writeNotice;
  private final RecordFinding recordFinding;
  private final InstantSource clock;

  @Inject
  WritingActions(WriteNotice writeNotice, RecordFinding recordFinding, InstantSource clock) {
    this.writeNotice = writeNotice;
    this.recordFinding = recordFinding;
    this.clock = clock;
  }

  @Transactional
  public Outcome<Draft> draft(Content content, Caller caller) {
    return writeNotice.draft(content, caller, clock.instant());
  }

  @Transactional
  public Outcome<Draft> change(
      String id, Content content, @Nullable Integer version, Caller caller) {
    return writeNotice.change(id, content, version, caller);
  }

  @Transactional
  public Outcome<Draft> discard(String id, @Nullable Integer version, Caller caller) {
    return writeNotice.discard(id, version, caller);
  }

  @Transactional
  public Outcome<Notice> issue(String id, @Nullable Integer version, Caller caller) {
    return writeNotice.issue(id, version, caller, clock.instant());
  }

  @Transactional
  public Outcome<IssuedDocuments> preview(String id, Caller caller) {
    return writeNotice.preview(id, caller, clock.instant());
  }

  @Transactional
  public Outcome<Recorded> record(Finding finding, Caller caller) {
    return recordFinding.record(finding, caller, clock.instant());
  }
}
