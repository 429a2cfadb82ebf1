package io.caseclock.monitor.feed.rest;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.ProductId;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import io.caseclock.monitor.feed.FeedEntry;
import io.caseclock.monitor.feed.FeedLanguage;
import io.caseclock.monitor.feed.OwnCalendars.Shown;
import io.caseclock.monitor.law.Law;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

/**
 * Writes a calendar. Each deadline is an event of half an hour that ends with the due instant, so
 * that one which ends with its last lawful day stands on that day. It is the same deadline under
 * the same UID as long as it lives, with the revision as SEQUENCE, and warns at its next stage.
 */
final class FeedCalendar {

  private static final java.time.Duration SHOWN = java.time.Duration.ofMinutes(30);
  private static final Duration READ_AGAIN = Duration.builder().hours(1).build();

  private final FeedWords words;
  private final URI console;

  FeedCalendar(Law law, URI console) {
    this.words = new FeedWords(law);
    this.console = console;
  }

  /** The same text for the same deadlines, whenever it is written. */
  String write(Shown shown) {
    var language = shown.feed().language();
    var calendar = new ICalendar();
    calendar.setProductId(new ProductId("-//CaseClock//Deadlines//" + language));
    calendar.setName(shown.feed().name());
    calendar.setExperimentalProperty("X-WR-CALNAME", shown.feed().name());
    calendar.setRefreshInterval(READ_AGAIN);
    calendar.setExperimentalProperty("X-PUBLISHED-TTL", READ_AGAIN.toString());
    shown.entries().forEach(entry -> calendar.addEvent(event(entry, language, shown.at())));
    return OctetFolding.folded(text(calendar));
  }

  private VEvent event(FeedEntry entry, FeedLanguage language, Instant now) {
    var deadline = entry.deadline();
    var dueAt = Objects.requireNonNull(deadline.dueAt(), "what runs is due");
    var event = new VEvent();
    event.setUid(deadline.id().toString());
    event.setSequence(deadline.revision());
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setDateStart(Date.from(dueAt.minus(SHOWN)));
    event.setDateEnd(Date.from(dueAt));
    event.setSummary(words.summary(deadline, language, now));
    event.setDescription(words.description(deadline, language));
    event.setUrl(page(deadline.caseId()));
    event.setStatus(deadline.isProvisional() ? Status.tentative() : Status.confirmed());
    event.setTransparency(true);
    event.setClassification(new Classification(Classification.PRIVATE));
    var next = deadline.nextAlarmAt();
    if (next != null && next.isBefore(dueAt)) {
      event.addAlarm(alarm(java.time.Duration.between(next, dueAt), event.getSummary().getValue()));
    }
    return event;
  }

  private String page(String caseId) {
    var segment = URLEncoder.encode(caseId, StandardCharsets.UTF_8).replace("+", "%20");
    return console.resolve("/cases/" + segment).toString();
  }

  private static VAlarm alarm(java.time.Duration before, String text) {
    var lead =
        Duration.builder()
            .prior(true)
            .days((int) before.toDays())
            .hours(before.toHoursPart())
            .minutes(before.toMinutesPart())
            .seconds(before.toSecondsPart())
            .build();
    return VAlarm.display(new Trigger(lead, Related.END), text);
  }

  private static String text(ICalendar calendar) {
    var text = new StringWriter();
    try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
