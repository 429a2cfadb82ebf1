package io.caseclock.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.chain.AuditChain;
import io.caseclock.chain.ChainEntry;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The audit log of a service, as its API tells it. */
public final class ServiceAuditChain implements AuditChain {

  private static final String DAYS = "/api/v1/audit-log/days";

  private final ServiceClient service;

  public ServiceAuditChain(ServiceClient service) {
    this.service = service;
  }

  @Override
  public List<DayHead> days(@Nullable LocalDate after) {
    List<DayHead> days = new ArrayList<>();
    var page = service.get(after == null ? DAYS : DAYS + "?after=" + after);
    page.path("days").forEach(day -> days.add(head(day)));
    return days;
  }

  @Override
  public Part part(LocalDate day, int after) {
    JsonNode page;
    try {
      page = service.get(DAYS + "/" + day + "?after=" + after);
    } catch (ServiceClient.NotFoundException e) {
      return new Part(Optional.empty(), List.of());
    }
    List<Link> links = new ArrayList<>();
    page.path("links").forEach(link -> links.add(link(day, link)));
    return new Part(Optional.of(head(page)), links);
  }

  @Override
  public Outside outside() {
    var outside = service.get(DAYS).path("outside");
    var last = text(outside, "last");
    return new Outside(outside.path("entries").asLong(), last == null ? null : Instant.parse(last));
  }

  private static DayHead head(JsonNode day) {
    return new DayHead(
        LocalDate.parse(day.path("day").asText()),
        day.path("entries").asInt(),
        day.path("follows").asText(),
        day.path("last").asText());
  }

  private static Link link(LocalDate day, JsonNode link) {
    List<String> roles = new ArrayList<>();
    link.path("roles").forEach(role -> roles.add(role.asText()));
    Map<String, String> ids = new TreeMap<>();
    link.path("ids").properties().forEach(id -> ids.put(id.getKey(), id.getValue().asText()));
    return new Link(
        new ChainEntry(
            day,
            link.path("number").asInt(),
            Instant.parse(link.path("at").asText()),
            text(link, "account"),
            text(link, "officer"),
            roles,
            text(link, "unit"),
            link.path("operation").asText(),
            ids,
            link.path("status").asInt(),
            link.path("requestId").asText()),
        link.path("hash").asText());
  }

  private static @Nullable String text(JsonNode node, String member) {
    return node.hasNonNull(member) ? node.path(member).asText() : null;
  }
}
