package io.caseclock.notify.console;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.task.TaskMessages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Paths of pages, with ids that may hold anything. */
final class Links {

  private static final String AGAIN = ":again:";

  /** Where a letter leads: a notice and a task to their pages, a breach to its ladder. */
  static @Nullable String of(Message letter) {
    if (letter.noticeId() != null) {
      return "/notices/" + letter.noticeId();
    }
    return switch (letter.kind()) {
      case BREACH -> breach(letter.id());
      case REMINDER -> breach(withoutRepetition(letter.id()));
      case TASK -> "/tasks/" + segment(TaskMessages.taskId(letter));
      case WARNING, NOTICE, FINDING, WITHDRAWN -> null;
    };
  }

  private static String withoutRepetition(String id) {
    var cut = id.lastIndexOf(AGAIN);
    return cut < 0 ? id : id.substring(0, cut);
  }

  static String breach(String id) {
    return "/breaches/" + segment(id);
  }

  static String message(String id) {
    return "/messages/" + segment(id);
  }

  /** One segment of a path. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The language that was asked for, to be asked for again; empty for none. */
  static String language(@Nullable String asked) {
    return Language.ofCode(asked).map(language -> "?lang=" + language.code()).orElse("");
  }

  private Links() {}
}
