package io.caseclock.pack.file;

import io.caseclock.contract.UnitKind;
import io.caseclock.contract.Words;
import io.caseclock.pack.Bulletins;
import io.caseclock.pack.Bulletins.Bulletin;
import io.caseclock.pack.Bulletins.Kind;
import io.caseclock.pack.Bulletins.Made;
import io.caseclock.pack.Bulletins.Meeting;
import io.caseclock.pack.Lead;
import io.caseclock.pack.Route;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code bulletins.yaml}. */
final class BulletinReader {

  static final String FILE = "bulletins.yaml";

  private static final String MEETING = "meeting";
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  static Bulletins read(YamlObject item) {
    item.only("daily", "weekly", "monthly", MEETING);
    Map<Kind, Bulletin> kinds = new EnumMap<>(Kind.class);
    for (var kind : Kind.values()) {
      if (item.has(Words.of(kind))) {
        kinds.put(kind, bulletin(kind, item.object(Words.of(kind))));
      }
    }
    var meeting = item.has(MEETING) ? meeting(item.object(MEETING)) : null;
    if (kinds.isEmpty() && meeting == null) {
      item.mistake("daily", "expected 'daily', 'weekly', 'monthly' or 'meeting', or no such file");
    }
    return new Bulletins(kinds, meeting);
  }

  private static Bulletin bulletin(Kind kind, YamlObject place) {
    return new Bulletin(
        kind,
        place.names("names"),
        time(place),
        units(place),
        made(kind, place),
        ahead(kind, place),
        StandingReader.whole(place, "most", 1, Bulletin.MOST_OF_ALL, Bulletin.MOST));
  }

  private static Made made(Kind kind, YamlObject place) {
    return switch (kind) {
      case DAILY -> {
        place.only("names", "at", "units", "most");
        yield new Made.EachWorkingDay();
      }
      case WEEKLY -> {
        place.only("names", "at", "units", "most", "weekday");
        yield new Made.Weekly(weekday(place));
      }
      case MONTHLY -> {
        place.only("names", "at", "units", "most", "day", "ahead");
        yield new Made.Monthly(StandingReader.whole(place, "day", 1, Made.Monthly.LAST, 1));
      }
    };
  }

  private static @Nullable Lead ahead(Kind kind, YamlObject place) {
    if (kind != Kind.MONTHLY) {
      return null;
    }
    return place.has("ahead")
        ? place.scalar("ahead", Route.LENGTH + ", not zero", BulletinReader::length, Bulletin.AHEAD)
        : Bulletin.AHEAD;
  }

  private static Lead length(String text) {
    var length = Route.length(text);
    if (length.roughly().isZero()) {
      throw new IllegalArgumentException(text);
    }
    return length;
  }

  private static Meeting meeting(YamlObject place) {
    place.only("weekday", "at", "units");
    return new Meeting(weekday(place), time(place), units(place));
  }

  private static DayOfWeek weekday(YamlObject place) {
    return place.has("weekday") ? place.oneOf("weekday", DayOfWeek.class) : DayOfWeek.MONDAY;
  }

  private static LocalTime time(YamlObject place) {
    return place.scalar("at", "a time like 08:30", BulletinReader::checkedTime, LocalTime.NOON);
  }

  private static LocalTime checkedTime(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return LocalTime.parse(text);
  }

  private static Set<UnitKind> units(YamlObject place) {
    var words = RouteReader.words(place, "units", Set.copyOf(UnitKind.wires()), "kind of unit");
    if (place.items("units").isEmpty()) {
      place.mistake("units", "for nobody: expected kinds of units, of " + UnitKind.wires());
    }
    return Arrays.stream(UnitKind.values())
        .filter(kind -> words.contains(Words.of(kind)))
        .collect(Collectors.toSet());
  }

  private BulletinReader() {}
}
