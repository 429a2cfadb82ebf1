package io.caseclock.notify.console.frame;

import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.pack.Lead;
import io.caseclock.pack.Lead.Elapsed;
import io.caseclock.pack.Lead.WorkingDays;
import io.caseclock.pack.Lead.WorkingHours;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Step;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, times and spans in the language of the page. */
@Named("format")
@RequestScoped
public class PageFormat {

  private static final String SYSTEM = "system";

  private final CurrentLanguage language;
  private final MessageTexts times;
  private final Directory directory;
  private final Channels channels;
  private final PackNames packNames;
  private final PageTime zone;
  private final Instant now;
  private final Map<String, String> units = new HashMap<>();

  @Inject
  PageFormat(
      CurrentLanguage language,
      MessageTexts times,
      Directory directory,
      Channels channels,
      PackNames packNames,
      PageTime zone,
      InstantSource clock) {
    this.language = language;
    this.times = times;
    this.directory = directory;
    this.channels = channels;
    this.packNames = packNames;
    this.zone = zone;
    this.now = clock.instant();
  }

  public String pick(Names names) {
    return language.get().pick(names);
  }

  /** Words one after the other. */
  public String listed(Stream<String> words) {
    return language.get().listed(words.toList());
  }

  /** What people call the time of a zone. */
  public String zone(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, Locale.of(language.get().code()));
  }

  /** A title without the kind, which the column beside it says already. */
  public String withoutKind(Names title) {
    var text = pick(title);
    var cut = Math.max(text.indexOf('：'), text.indexOf(": "));
    return cut < 0 ? text : text.substring(cut + 1).strip();
  }

  public String unit(String id) {
    return units.computeIfAbsent(
        id, key -> directory.unit(key).map(unit -> pick(unit.names())).orElse(key));
  }

  /** What the packs in force call a rule; its id where none has it. */
  public String rule(String id) {
    return packNames.rule(id, language.get());
  }

  /** What a pack is called; its id where it is not in force here. */
  public String pack(String id) {
    return packNames.pack(id, language.get());
  }

  /** Name and id. */
  public String officer(String id) {
    return directory.officer(id).map(OfficerEntry::name).map(name -> name + " " + id).orElse(id);
  }

  public String officers(List<String> ids) {
    return listed(ids.stream().map(this::officer));
  }

  /** Who did something in which role; CaseClock itself where nobody did. */
  public String officerAs(@Nullable String officer, @Nullable String role) {
    return officer == null || role == null
        ? common().role(SYSTEM)
        : officer(officer) + " · " + common().role(role);
  }

  /** Who did something in which role, by name; CaseClock itself has no name. */
  public String personAs(@Nullable String officer, String account, String role) {
    var word = common().role(role);
    return role.equals(SYSTEM) ? word : person(officer, account) + " · " + word;
  }

  /** The same; of somebody who stood in also for whom. */
  public String personAs(
      @Nullable String officer, String account, String role, @Nullable String actingFor) {
    return actingFor == null
        ? personAs(officer, account, role)
        : common().insteadOf(person(officer, account), person(actingFor, actingFor))
            + " · "
            + common().role(role);
  }

  /** Who did something in which role, with the id, and for whom who was away. */
  public String officerAs(
      @Nullable String officer, @Nullable String role, @Nullable String actingFor) {
    return officer == null || role == null || actingFor == null
        ? officerAs(officer, role)
        : common().insteadOf(officer(officer), person(actingFor, actingFor))
            + " · "
            + common().role(role);
  }

  /** How long ago something happened, in whole days. */
  public String daysSince(@Nullable Instant at) {
    return at == null ? "" : common().days(Duration.between(at, now).toDays());
  }

  /** The responsible officer; where none is named, anybody of the unit. */
  public String responsible(@Nullable String officer) {
    return officer == null ? common().anyOfficer() : officer(officer);
  }

  /** A person's name where the directory knows it; else the account. */
  public String person(@Nullable String officer, String account) {
    return Optional.ofNullable(officer)
        .flatMap(directory::officer)
        .map(OfficerEntry::name)
        .orElse(account);
  }

  /** What people call the thing that something is about. */
  public String thing(String subject) {
    return pick(times.thing(subject));
  }

  /** The end of something that belongs to no pack; empty where there is none. */
  public String due(@Nullable Instant end) {
    return due(end, null);
  }

  /** A due instant in the zone of its pack, where one is known; empty where nothing is due. */
  public String due(@Nullable Instant dueAt, @Nullable ZoneId ofPack) {
    return dueAt == null ? "" : pick(times.due(dueAt, ofPack));
  }

  /** A day of the calendar. */
  public String day(LocalDate day) {
    return pick(MessageTexts.day(day));
  }

  /** A planned day, which is kept until its end. */
  public String until(LocalDate day, @Nullable ZoneId ofPack) {
    var end = ofPack == null ? zone : new PageTime(ofPack);
    return due(end.endOf(day), ofPack);
  }

  /** When something happened that belongs to no pack; empty where it has not. */
  public String moment(@Nullable Instant at) {
    return moment(at, null);
  }

  /** When something happened, in the zone of its pack; empty where it has not. */
  public String moment(@Nullable Instant at, @Nullable ZoneId ofPack) {
    return at == null ? "" : pick(times.moment(at, ofPack));
  }

  /** How far off a due instant is, or how long ago it passed. */
  public String distance(@Nullable Instant dueAt) {
    return dueAt == null ? "" : pick(times.distance(dueAt, now));
  }

  /** The look of how far off a due instant is. */
  public String tone(@Nullable Instant dueAt) {
    return dueAt == null ? "" : Nearness.of(dueAt, now).style();
  }

  public boolean isOver(@Nullable Instant dueAt) {
    return dueAt != null && !now.isBefore(dueAt);
  }

  /** In whole days, else in whole hours, else in minutes. */
  public String span(Duration span) {
    if (span.equals(Duration.ofDays(span.toDays()))) {
      return common().days(span.toDays());
    }
    return span.equals(Duration.ofHours(span.toHours()))
        ? common().hours(span.toHours())
        : common().minutes(span.toMinutes());
  }

  /** Elapsed time as {@link #span(Duration)} says it; else working days or hours. */
  public String length(Lead length) {
    return switch (length) {
      case Elapsed elapsed -> span(elapsed.length());
      case WorkingDays working -> common().workingDays(working.days());
      case WorkingHours working -> common().workingHours(working.hours());
    };
  }

  /** When a step comes, if nothing happens. */
  public String after(Step step) {
    return step.isAtOnce() ? common().atOnce() : common().afterSpan(length(step.after()));
  }

  /** Who is told by a step of a policy. */
  public String roles(List<String> roles) {
    return listed(roles.stream().map(common()::tell));
  }

  /** The kinds of channels; the inbox gets everything and is not named. */
  public String channels(List<String> kinds) {
    return kinds.isEmpty()
        ? common().inboxOnly()
        : String.join(" → ", kinds.stream().map(this::channel).toList());
  }

  public String repeat(@Nullable Repeat repeat) {
    return repeat == null
        ? common().neverRepeated()
        : common().repeated(length(repeat.every()), length(repeat.longest()), repeat.times());
  }

  /** What people call a kind of channel. */
  public String channel(String kind) {
    return pick(channels.title(kind));
  }

  /** Whose policy it is. */
  public String setBy(@Nullable String unit) {
    return unit == null ? common().policyOfPack() : unit(unit);
  }

  private CommonTexts common() {
    return language.texts(CommonTexts.class);
  }
}
