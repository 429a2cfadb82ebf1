package io.caseclock.wire;

import io.caseclock.contract.EventId;
import io.caseclock.contract.PeriodNumbers;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link PeriodNumbers} as a CloudEvent: on {@code period-numbers}, keyed by unit. */
public final class PeriodNumbersWire {

  /** The one type of the topic. */
  public static final String TYPE = "period-closed";

  public static WireRecord write(PeriodNumbers numbers) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", numbers.id());
    attributes.put("source", EventId.MONITOR);
    attributes.put("type", TYPE);
    attributes.put("subject", "unit/" + numbers.unit());
    attributes.put("time", numbers.at().toString());
    return new WireRecord(numbers.unit(), attributes, Json.bytes(numbers));
  }

  /**
   * Throws {@link UnknownTypeException} for a type that this version does not know, and {@link
   * MalformedRecordException} for anything else that is not the numbers of a period.
   */
  public static PeriodNumbers read(WireRecord wire) {
    var type = wire.attribute("type");
    if (!type.equals(TYPE)) {
      throw new UnknownTypeException("no type of period numbers: " + type);
    }
    var numbers = RequiredMembers.of(Json.read(wire.data(), PeriodNumbers.class));
    var id = PeriodNumbers.idOf(numbers.unit(), numbers.kind(), numbers.from());
    if (!numbers.id().equals(id) || !wire.attribute("id").equals(id)) {
      throw new MalformedRecordException("the id is not that of the data");
    }
    wire.requireKey(numbers.unit());
    return numbers;
  }

  private PeriodNumbersWire() {}
}
