package io.caseclock.notify.console.deadline;

import io.caseclock.access.Caller;
import io.caseclock.jdbc.Sql.DatabaseException;
import io.caseclock.notify.console.deadline.TakenOn.Result;
import io.caseclock.notify.escalation.Acknowledge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes on breaches one by one, each in a transaction of its own, so that none undoes another. */
@Singleton
class TakeOnSeveral {

  private static final Logger LOGGER = LoggerFactory.getLogger(TakeOnSeveral.class);

  private final Acknowledge acknowledge;

  @Inject
  TakeOnSeveral(Acknowledge acknowledge) {
    this.acknowledge = acknowledge;
  }

  /**
   * What is planned for all of them.
   *
   * @param on the last day on which it is kept
   */
  record Plan(LocalDate on, String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Plan[" + on + "]";
    }
  }

  Result one(String deadlineId, Caller caller, Plan plan, Instant now) {
    try {
      var outcome =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> acknowledge.acknowledgeOf(deadlineId, caller, plan.on(), plan.text(), now));
      return new Result(deadlineId, outcome);
    } catch (DatabaseException e) {
      LOGGER
          .atWarn()
          .setCause(e)
          .addKeyValue("deadlineId", deadlineId)
          .log("a breach was not taken on; the next ones are");
      return new Result(deadlineId, null);
    }
  }
}
