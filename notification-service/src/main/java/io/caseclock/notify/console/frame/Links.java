package io.caseclock.notify.console.frame;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.task.TaskMessages;
import io.quarkus.qute.TemplateExtension;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Paths of pages, with ids that may hold anything. */
public final class Links {

  private static final String AGAIN = ":again:";

  /**
   * Where a message leads: a notice and a task to their pages, a breach to its escalation, a
   * bulletin to itself, an access in need to those that wait for a review.
   */
  @TemplateExtension
  public static @Nullable String link(Message message) {
    if (message.noticeId() != null) {
      return notice(message.noticeId());
    }
    return switch (message.kind()) {
      case BREACH -> breach(message.id());
      case REMINDER -> breach(withoutRepetition(message.id()));
      case TASK -> task(TaskMessages.taskId(message));
      case BULLETIN -> bulletin(message.id());
      case FINDING -> message.tellsAccess() ? "/break-glass" : null;
      case WARNING, LAPSE, DIGEST, NOTICE, WITHDRAWN -> null;
    };
  }

  /** The bulletin that a message tells of. */
  private static String bulletin(String messageId) {
    return "/bulletins/" + segment(messageId.substring(messageId.indexOf(':') + 1));
  }

  private static String withoutRepetition(String id) {
    var cut = id.lastIndexOf(AGAIN);
    return cut < 0 ? id : id.substring(0, cut);
  }

  /** Where a case stands. */
  @TemplateExtension(namespace = "links")
  public static String toCase(String caseId) {
    return "/cases/" + segment(caseId);
  }

  /** Where a rule is told. */
  @TemplateExtension(namespace = "links")
  public static String rule(String id) {
    return "/rules/" + segment(id);
  }

  /** The calculator, with a rule chosen. */
  public static String calculator(String rule) {
    return "/calculator?rule=" + segment(rule);
  }

  /** Where a rule whose warnings are too many is silenced: the form is filled in. */
  @TemplateExtension(namespace = "links")
  public static String toSilence(String rule) {
    return "/silences?kind=warning&rule=" + segment(rule);
  }

  public static String notice(String id) {
    return "/notices/" + segment(id);
  }

  public static String task(String id) {
    return "/tasks/" + segment(id);
  }

  public static String breach(String id) {
    return "/breaches/" + segment(id);
  }

  @TemplateExtension(namespace = "links")
  public static String message(String id) {
    return "/messages/" + segment(id);
  }

  public static String draft(String id) {
    return "/notices/drafts/" + segment(id);
  }

  /** How a deadline of a case came about. */
  public static String explanation(String caseId, String deadlineId) {
    return toCase(caseId) + "/explanations/" + segment(deadlineId);
  }

  /** The deadlines of an officer. */
  public static String deadlinesOf(String officerId) {
    return "/deadlines?officer=" + segment(officerId);
  }

  /** What an organ owes and is still to be done. */
  public static String deadlinesOwedBy(String duty) {
    return "/deadlines?status=open&duty=" + segment(duty);
  }

  /** The deadlines of a unit with all below it. */
  public static String deadlinesIn(String unit) {
    return "/deadlines?unit=" + segment(unit);
  }

  /** One segment of a path, or the value of a parameter. */
  @TemplateExtension(namespace = "links")
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Leads a browser that asks for the address of a form to the page that holds it: a page that
   * refused something has that address, and is asked for again in the other language.
   *
   * @param language that was asked for; null for none
   */
  public static Response back(String path, @Nullable String language) {
    var query = Language.ofCode(language).map(asked -> "?lang=" + asked.code()).orElse("");
    return to(path + query);
  }

  /** Leads to a page after a form was taken. */
  public static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private Links() {}
}
