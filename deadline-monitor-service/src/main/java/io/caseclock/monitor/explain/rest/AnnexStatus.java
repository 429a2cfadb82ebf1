package io.caseclock.monitor.explain.rest;

import io.caseclock.contract.DeadlineStatus;

/** What a status is called. */
final class AnnexStatus {

  static String word(DeadlineStatus status, Language language) {
    return switch (status) {
      case RUNNING -> language.pick("进行中", "running");
      case PAUSED -> language.pick("暂停", "paused");
      case BREACHED -> language.pick("超期", "overdue");
      case MET -> language.pick("按期完成", "done in time");
      case MET_LATE -> language.pick("逾期完成", "done late");
      case CANCELLED -> language.pick("终止", "ended without effect");
    };
  }

  private AnnexStatus() {}
}
