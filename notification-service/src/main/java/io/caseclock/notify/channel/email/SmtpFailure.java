package io.caseclock.notify.channel.email;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what a mail client throws whether the mail can have arrived, and whose fault it is.
 */
final class SmtpFailure {

  /** No such mailbox, not here, not an allowed name: another mail to the address fails too. */
  private static final Set<Integer> OF_THE_ADDRESS = Set.of(550, 551, 553);

  /** Enhanced codes of policy (RFC 3463): the server does not want us, whoever is addressed. */
  private static final String POLICY = "5.7.";

  /** Texts of the server and of exceptions can hold addresses; they are not kept. */
  static DeliveryOutcome of(Throwable thrown) {
    return switch (cause(thrown)) {
      case SMTPException e when isOfTheAddress(e) -> new Undeliverable(Reason.UNKNOWN_ADDRESSEE);
      case SMTPException e when e.getReplyCode() >= 400 ->
          new Failed(Reason.REJECTED, "SMTP " + e.getReplyCode());
      case TimeoutException e -> new Failed(Reason.TIMEOUT, "no answer in time");
      case ConnectException e -> new Failed(Reason.UNREACHABLE, "no connection");
      case UnknownHostException e -> new Failed(Reason.UNREACHABLE, "unknown host");
      case Throwable e -> new Failed(Reason.BROKEN_OFF, e.getClass().getSimpleName());
    };
  }

  private static boolean isOfTheAddress(SMTPException e) {
    var says = e.getReplyMessage();
    return OF_THE_ADDRESS.contains(e.getReplyCode())
        && (says == null || !says.replaceFirst("^\\d{3}[ -]", "").startsWith(POLICY));
  }

  private static Throwable cause(Throwable thrown) {
    @Nullable Throwable inner = thrown.getCause();
    var isWrapper =
        thrown instanceof CompletionException || thrown.getClass() == RuntimeException.class;
    return isWrapper && inner != null ? cause(inner) : thrown;
  }

  private SmtpFailure() {}
}
