package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RoleHolders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says that an officer has no contact by which a policy could reach them, to those who can mend it.
 */
public final class ContactGapMessages {

  private static final String RULE = "contact-gap";

  private final MessageTexts texts;
  private final RoleHolders holders;

  public ContactGapMessages(MessageTexts texts, RoleHolders holders) {
    this.texts = texts;
    this.holders = holders;
  }

  /**
   * The finding; each time a gap opens anew it is another message. It is about no case: others are
   * told than of the case.
   */
  Message ofGap(Recipient unreached, Instant at) {
    return new Message(
        "gap:" + unreached.person() + ":" + at.toEpochMilli(),
        MessageKind.FINDING,
        unreached.unit(),
        null,
        null,
        null,
        "",
        "officer/" + unreached.person(),
        RULE,
        null,
        null,
        texts.say("gap.title", unreached.person()),
        texts.say("gap.text", unreached.person()),
        "ordinary",
        null,
        null,
        null);
  }

  /** The head and the legal officers of the officer's unit, and the officer. */
  List<Recipient> told(Recipient unreached, Instant at) {
    List<Recipient> told = new ArrayList<>(List.of(unreached));
    told.addAll(holders.of("unit-head", unreached.unit(), null, at));
    told.addAll(holders.of("legal-officer", unreached.unit(), null, at));
    Map<String, Recipient> once = new LinkedHashMap<>();
    told.forEach(one -> once.putIfAbsent(one.person(), one));
    return List.copyOf(once.values());
  }
}
