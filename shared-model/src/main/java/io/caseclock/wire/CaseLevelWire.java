package io.caseclock.wire;

import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.EventId;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CaseLevelStated} as a CloudEvent: on the compacted {@code case-levels}, keyed by case. */
public final class CaseLevelWire {

  /** The one type of the topic. */
  public static final String TYPE = "case-level-stated";

  public static WireRecord write(CaseLevelStated stated) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", stated.id());
    attributes.put("source", EventId.MONITOR);
    attributes.put("type", TYPE);
    attributes.put("subject", "case/" + stated.caseId());
    attributes.put("time", stated.at().toString());
    return new WireRecord(stated.caseId(), attributes, Json.bytes(stated));
  }

  /**
   * Throws {@link UnknownTypeException} for a type that this version does not know, and {@link
   * MalformedRecordException} for anything else that is not a statement about a case.
   */
  public static CaseLevelStated read(WireRecord wire) {
    var type = wire.attribute("type");
    if (!type.equals(TYPE)) {
      throw new UnknownTypeException("no type of case levels: " + type);
    }
    var stated = RequiredMembers.of(Json.read(wire.data(), CaseLevelStated.class));
    if (!wire.attribute("id").equals(stated.id())) {
      throw new MalformedRecordException("the id is not that of the data");
    }
    wire.requireKey(stated.caseId());
    return stated;
  }

  private CaseLevelWire() {}
}
