package io.caseclock.notify.routing;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.Names;
import io.caseclock.directory.Absence;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory in memory: units by path, posts with their beginnings, absences. */
public final class KnownPeople implements Directory {

  private static final Instant ALWAYS = Instant.EPOCH;

  private record Post(OfficerEntry officer, Instant since) {}

  private final Map<String, UnitEntry> units = new LinkedHashMap<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<Absence> absences = new ArrayList<>();

  public KnownPeople unit(String id, @Nullable String parent, String kind) {
    var above = parent == null ? "/" : unit(parent).orElseThrow().path();
    units.put(id, new UnitEntry(id, parent, new Names(id, id), kind, above + id + "/"));
    return this;
  }

  public KnownPeople officer(String id, String unit, String... roles) {
    return post(id, unit, ALWAYS, roles);
  }

  public KnownPeople post(String id, String unit, Instant since, String... roles) {
    var contacts = Map.of("email", id.toLowerCase(Locale.ROOT) + "@police.example");
    posts.add(new Post(new OfficerEntry(id, "虚构" + id, unit, Set.of(roles), contacts), since));
    return this;
  }

  public KnownPeople withoutContact(String id, String unit, String... roles) {
    posts.add(new Post(new OfficerEntry(id, "虚构" + id, unit, Set.of(roles), Map.of()), ALWAYS));
    return this;
  }

  public KnownPeople away(String id, Instant from, Instant until, @Nullable String substitute) {
    absences.add(new Absence(id, from, until, substitute));
    return this;
  }

  @Override
  public void apply(List<DirectoryEvent> news) {
    throw new UnsupportedOperationException("these people are told by the test");
  }

  @Override
  public Optional<UnitEntry> unit(String unitId) {
    return Optional.ofNullable(units.get(unitId));
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId) {
    return officer(officerId, Instant.MAX);
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId, Instant at) {
    return posts.stream()
        .filter(post -> post.officer().id().equals(officerId) && !post.since().isAfter(at))
        .max(Comparator.comparing(Post::since))
        .map(Post::officer);
  }

  @Override
  public List<UnitEntry> subtree(String unitId) {
    var path = unit(unitId).orElseThrow().path();
    return units.values().stream().filter(unit -> unit.path().startsWith(path)).toList();
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId) {
    return officersOf(unitId, Instant.MAX);
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId, Instant at) {
    return posts.stream()
        .map(post -> post.officer().id())
        .distinct()
        .sorted()
        .map(id -> officer(id, at))
        .flatMap(Optional::stream)
        .filter(officer -> officer.unit().equals(unitId))
        .toList();
  }

  @Override
  public Optional<Absence> absence(String officerId, Instant at) {
    return absences.stream()
        .filter(absence -> absence.officer().equals(officerId))
        .filter(absence -> !absence.from().isAfter(at) && absence.until().isAfter(at))
        .findFirst();
  }

  @Override
  public boolean isWithin(String unitId, String root) {
    return unit(unitId).filter(unit -> unit.path().contains("/" + root + "/")).isPresent();
  }

  @Override
  public boolean isAboveAll(String unitId) {
    return units.containsKey(unitId) && subtree(unitId).size() == units.size();
  }
}
