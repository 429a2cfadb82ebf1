package io.caseclock.notify.pipeline;

/** One question that is asked of every letter on its way. */
@FunctionalInterface
public interface Stage {

  Verdict judge(Waiting waiting, Desk desk);
}
