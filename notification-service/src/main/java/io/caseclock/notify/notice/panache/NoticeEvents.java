package io.caseclock.notify.notice.panache;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeStep;
import java.util.LinkedHashMap;
import java.util.Map;

/** A step of a notice as an event of the case's timeline. */
final class NoticeEvents {

  static CaseEvent of(Notice notice, NoticeStep step) {
    return new CaseEvent(
        new EventId(EventId.NOTIFICATION, notice.id() + ":" + step.seq()),
        step.kind().eventType(),
        new Subject("notice", notice.id()),
        notice.caseId(),
        step.at(),
        step.at(),
        null,
        notice.unit(),
        notice.officer(),
        data(notice, step));
  }

  private static Map<String, Object> data(Notice notice, NoticeStep step) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("number", notice.number());
    data.put("issuingUnit", notice.serial().unit());
    data.put("rule", notice.rule());
    data.put("step", step.kind().wire());
    data.put("state", notice.state().wire());
    data.put("by", step.by().name());
    data.put("role", step.by().role());
    if (step.by().actingFor() != null) {
      data.put("actingFor", step.by().actingFor());
    }
    if (notice.isOrder()) {
      data.put("kind", notice.kind().wire());
    }
    data.putAll(step.data());
    if (notice.deadlineId() != null) {
      data.putIfAbsent("deadlineId", notice.deadlineId());
    }
    if (!step.text().isEmpty()) {
      data.put("text", step.text());
    }
    return data;
  }

  private NoticeEvents() {}
}
