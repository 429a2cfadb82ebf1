package io.caseclock.notify.pipeline;

/** One question that is asked of every message on its way. */
@FunctionalInterface
public interface Stage {

  StageVerdict judge(PendingMessage pending, MailboxState mailbox);
}
