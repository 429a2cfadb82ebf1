package io.caseclock.notify.notice;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.Superseded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers who was told what, and what no longer holds. */
public final class RecordedNotifications implements Notifications {

  private record Told(Message message, List<Recipient> recipients) {}

  private final List<Told> all = new ArrayList<>();

  /** Kinds of the messages to the systems that listen. */
  public final List<MessageKind> published = new ArrayList<>();

  /** Notices whose messages were superseded. */
  public final List<String> superseded = new ArrayList<>();

  @Override
  public void notify(Message message, List<Recipient> recipients, Instant at) {
    all.add(new Told(message, recipients));
  }

  @Override
  public void publish(Message message, Instant at) {
    published.add(message.kind());
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    superseded.add(deadlineId);
  }

  @Override
  public Set<String> supersedeNotice(String noticeId, Superseded why, Instant at) {
    superseded.add(noticeId);
    return all.stream()
        .filter(one -> noticeId.equals(one.message().noticeId()))
        .flatMap(one -> one.recipients().stream())
        .map(Recipient::person)
        .collect(Collectors.toSet());
  }

  /** Who was told in messages whose Chinese title begins so. */
  public List<String> told(String title) {
    return all.stream()
        .filter(one -> one.message().title().zh().startsWith(title))
        .flatMap(one -> one.recipients().stream())
        .map(Recipient::person)
        .sorted()
        .toList();
  }

  /** The English texts of the messages whose Chinese title begins so. */
  public List<String> texts(String title) {
    return all.stream()
        .map(Told::message)
        .filter(message -> message.title().zh().startsWith(title))
        .map(message -> message.text().en())
        .toList();
  }
}
