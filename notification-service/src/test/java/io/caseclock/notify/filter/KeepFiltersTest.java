package io.caseclock.notify.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.filter.KeepFilters.Kept;
import io.caseclock.notify.filter.KeepFilters.Outcome;
import io.caseclock.notify.filter.KeepFilters.Refused;
import io.caseclock.notify.filter.KeepFilters.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepFiltersTest {

  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final Caller CHIEF = new Caller("chief", Set.of(Role.SUPERVISOR), "D01", "S1");
  private static final Caller ADMIN = new Caller("S1", Set.of(Role.ADMINISTRATOR), "D01", null);

  private final InMemory kept = new InMemory();
  private final KeepFilters filters = new KeepFilters(kept);

  @Test
  void a_filter_is_kept_in_its_usual_order_under_a_stripped_name() {
    var saved = ((Kept) save(" 明天到期 ", "duty=court&due=tomorrow&unit=D0102&status=open")).filter();

    assertThat(saved.name()).isEqualTo("明天到期");
    assertThat(saved.query()).isEqualTo("unit=D0102&status=open&due=tomorrow&duty=court");
    assertThat(filters.of(CHIEF)).containsExactly(saved);
  }

  @Test
  void an_account_of_an_officers_name_sees_nothing_of_the_officers() {
    save("一", "due=today");

    assertThat(filters.of(ADMIN)).isEmpty();
  }

  @Test
  void a_name_is_given_once() {
    var first = ((Kept) save("一", "due=today")).filter();
    var second = ((Kept) save("二", "due=tomorrow")).filter();

    assertThat(save("一", "due=tomorrow")).isEqualTo(new Refused(Why.NAME_TAKEN));
    assertThat(filters.rename(CHIEF, second.id(), "一")).isEqualTo(new Refused(Why.NAME_TAKEN));
    assertThat(filters.rename(CHIEF, first.id(), "一")).isInstanceOf(Kept.class);
    assertThat(filters.rename(ADMIN, first.id(), "三")).isEqualTo(new Refused(Why.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "一\n二", "一\u202E二", "一\u2028二"})
  void a_name_has_one_line_that_says_something(String name) {
    assertThat(save(name, "due=today")).isEqualTo(new Refused(Why.BAD_NAME));
    assertThat(save("长".repeat(61), "due=today")).isEqualTo(new Refused(Why.BAD_NAME));
    assertThat(save("长".repeat(60), "due=today")).isInstanceOf(Kept.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "due",
        "=today",
        "due=",
        "due=%20",
        "after=x",
        "limit=500",
        "due=today&due=tomorrow",
        "duty=",
        "duty=court&duty=party",
        "duty=a%0Ab",
        "unit=a%00b",
        "due=%zz",
        "&",
        "//evil.example"
      })
  void a_filter_holds_known_parameters_alone(String query) {
    assertThat(save("一", query)).isEqualTo(new Refused(Why.BAD_QUERY));
  }

  @Test
  void a_filter_is_not_longer_than_an_address_should_be() {
    assertThat(save("一", "officer=" + "x".repeat(251))).isEqualTo(new Refused(Why.BAD_QUERY));
    assertThat(save("一", "status=met&".repeat(200) + "due=today"))
        .isEqualTo(new Refused(Why.BAD_QUERY));
    assertThat(save("一", "status=met&status=met-late")).isInstanceOf(Kept.class);
  }

  @Test
  void nobody_has_more_than_fifty() {
    for (var i = 0; i < KeepFilters.MOST; i++) {
      assertThat(save("筛选" + i, "due=today")).isInstanceOf(Kept.class);
    }

    assertThat(save("再一个", "due=today")).isEqualTo(new Refused(Why.TOO_MANY));
    assertThat(filters.forget(CHIEF, filters.of(CHIEF).getFirst().id())).isTrue();
    assertThat(save("再一个", "due=today")).isInstanceOf(Kept.class);
  }

  @Test
  void only_the_owner_forgets_a_filter() {
    var saved = ((Kept) save("一", "due=today")).filter();

    assertThat(filters.forget(ADMIN, saved.id())).isFalse();
    assertThat(filters.forget(CHIEF, saved.id())).isTrue();
    assertThat(filters.forget(CHIEF, saved.id())).isFalse();
  }

  private Outcome save(String name, String query) {
    return filters.save(CHIEF, name, query, NOW);
  }

  private static final class InMemory implements SavedFilters {

    private final List<SavedFilter> all = new ArrayList<>();

    @Override
    public List<SavedFilter> of(String owner) {
      return all.stream().filter(one -> one.owner().equals(owner)).toList();
    }

    @Override
    public List<SavedFilter> locked(String owner) {
      return of(owner);
    }

    @Override
    public void add(SavedFilter filter) {
      all.add(filter);
    }

    @Override
    public void rename(UUID id, String name) {
      all.replaceAll(one -> one.id().equals(id) ? one.named(name) : one);
    }

    @Override
    public boolean remove(String owner, UUID id) {
      return all.removeIf(one -> one.owner().equals(owner) && one.id().equals(id));
    }
  }
}
