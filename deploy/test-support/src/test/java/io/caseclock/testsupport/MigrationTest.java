package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table message add trace text",
        "alter table message add column trace text, add column kind text not null default 'a'",
        "alter table message add column number bigint not null generated always as identity",
        "alter table message alter column trace drop not null",
        "alter table message drop constraint message_kind",
        "alter table message alter column kind set default 'rename'",
        "create table level (case_id text not null primary key)",
        "create table level (case_id text); alter table level alter case_id set not null",
        "create table level (case_id text); create unique index one on level (case_id)",
        "create index message_of_case on message (case_id)",
        "drop index message_of_case",
        "-- drop table message\nselect 1",
        "/* drop\n table message */ select 1",
        "comment on table message is 'it''s gone; drop table message'",
        "drop trigger kept on message; create trigger kept before update on message"
            + " for each row execute function keep()"
      })
  void what_an_older_replica_uses_stays(String sql) {
    assertThat(new Migration("V1__.sql", sql).takesAway()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table message",
        "DROP\n  TABLE if exists message",
        "alter table message drop column trace",
        "alter table message drop trace",
        "alter table message add a text, drop trace",
        "alter table message rename column trace to parent",
        "alter table message rename to letter",
        "alter table message set schema other",
        "alter table message alter column trace set not null",
        "alter table message alter trace set not null",
        "alter table message alter column seq type bigint",
        "alter table message alter column seq set data type bigint",
        "alter table message alter column kind drop default",
        "alter table message add column trace text not null",
        "alter table message add trace text not null",
        "alter table message add a int default 1, add column b text not null",
        "alter table message add a text not null, add column b int default 1",
        "alter table message add constraint short check (length(kind) < 9)",
        "alter table message add unique (kind)",
        "create unique index one on message (kind)",
        "create table level (case_id text); alter table message drop column trace",
        "drop function keep()",
        "drop view letters",
        "truncate message",
        "do $$ begin drop table message; end $$"
      })
  void what_an_older_replica_may_fail_by_is_found(String sql) {
    assertThat(new Migration("V1__.sql", sql).takesAway()).hasSize(1);
  }

  @Test
  void each_statement_that_takes_away_is_told() {
    var migration =
        new Migration("V1__.sql", "drop table one; select 1;\nalter table two\n drop three;");

    assertThat(migration.takesAway())
        .containsExactly("drop table one", "alter table two drop three");
  }

  @Test
  void a_contraction_says_why_nobody_needs_what_it_takes() {
    var sql = "drop table message;";

    assertThat(new Migration("V1__.sql", "-- contracts: not read since 1.2\n" + sql).contracts())
        .isTrue();
    assertThat(new Migration("V1__.sql", "-- contracts: \n" + sql).contracts()).isFalse();
    assertThat(new Migration("V1__.sql", sql).contracts()).isFalse();
  }

  @Test
  void those_with_a_number_are_read_by_number(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("V10__b.sql"), "select 10");
    Files.writeString(directory.resolve("V9__a.sql"), "select 9");
    Files.writeString(directory.resolve("afterMigrate__c.sql"), "select 0");

    assertThat(Migration.in(directory))
        .extracting(Migration::number, Migration::sql)
        .containsExactly(tuple(9, "select 9"), tuple(10, "select 10"));
  }
}
