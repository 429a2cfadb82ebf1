package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.Superseded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Messages in memory, with a line for each thing that was done to them. */
public final class RecordedMessages implements MessageStore {

  private final Map<String, Message> kept = new LinkedHashMap<>();
  private final Set<String> gaps = new HashSet<>();
  private final List<String> log = new ArrayList<>();

  public List<String> log() {
    return log;
  }

  @Override
  public void keep(Message message, Instant at) {
    kept.putIfAbsent(message.id(), message);
  }

  @Override
  public Optional<Message> byId(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Map<String, Message> byIds(Collection<String> ids) {
    Map<String, Message> found = new LinkedHashMap<>(kept);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public void send(List<MessageRecipient> recipients) {
    recipients.forEach(
        one -> log.add(one.messageId() + " to " + one.recipient() + " by " + one.channel()));
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    log.add(deadlineId + " superseded: " + why.wire());
  }

  @Override
  public Set<String> supersedeNotice(String noticeId, Superseded why, Instant at) {
    log.add(noticeId + " superseded: " + why.wire());
    return Set.of();
  }

  @Override
  public boolean noteGap(String officer, Instant at) {
    var isNews = gaps.add(officer);
    if (isNews) {
      log.add("gap of " + officer);
    }
    return isNews;
  }

  @Override
  public void closeGap(String officer, Instant at) {
    if (gaps.remove(officer)) {
      log.add("gap of " + officer + " closed");
    }
  }
}
