package io.caseclock.notify.channel.http;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.wire.Json;
import io.caseclock.wire.MalformedRecordException;

/** What came back from a post. */
public sealed interface Answer {

  /** Nothing that can be read. */
  record Lost(Failed failed) implements Answer {}

  /**
   * A status and the beginning of the body.
   *
   * @param body as much of it as was asked for
   */
  record Answered(int status, byte[] body) implements Answer {

    /** A gateway that had no answer in time may have passed it on all the same. */
    public Failed refused() {
      var reason = status == 504 ? Reason.TIMEOUT : Reason.BAD_STATUS;
      return new Failed(reason, Integer.toString(status));
    }
  }

  /** Any 2xx will do. */
  default DeliveryOutcome byStatus() {
    return switch (this) {
      case Lost lost -> lost.failed();
      case Answered answered -> answered.status() / 100 == 2 ? new Delivered() : answered.refused();
    };
  }

  /**
   * A 2xx whose JSON body holds 0 under a member.
   *
   * @param member such as {@code errcode}; what else the body says is not kept
   */
  default DeliveryOutcome byCode(String member) {
    return switch (this) {
      case Lost lost -> lost.failed();
      case Answered answered ->
          answered.status() / 100 == 2 ? code(answered, member) : answered.refused();
    };
  }

  private static DeliveryOutcome code(Answered answered, String member) {
    try {
      return Json.object(answered.body()).get(member) instanceof Number code
          ? outcome(code.longValue(), member)
          : new Failed(Reason.UNCLEAR_ANSWER, "no " + member);
    } catch (MalformedRecordException e) {
      return new Failed(Reason.UNCLEAR_ANSWER, "no JSON");
    }
  }

  private static DeliveryOutcome outcome(long code, String member) {
    return code == 0 ? new Delivered() : new Failed(Reason.REJECTED, member + " " + code);
  }
}
