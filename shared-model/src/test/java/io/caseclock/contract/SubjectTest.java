package io.caseclock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

  @ParameterizedTest
  @CsvSource({
    "case/A990001, 案件 A990001, case A990001",
    "person/P-7, 人员 P-7, person P-7",
    "property/W/1, 物品 W/1, item W/1",
    "case-file/J-1, 卷宗 J-1, case file J-1",
    "incident/110-7, 警情 110-7, incident 110-7",
    "venue/V-1, 场所 V-1, venue V-1",
    "unit/9901, 单位 9901, unit 9901",
    "officer/P990101, 民警 P990101, officer P990101",
    "notice/5f1c, 整改通知书, rectification notice",
    "plan/5f1c, 整改计划, plan",
    "planet/X, planet/X, planet/X"
  })
  void a_thing_is_named_as_people_name_it(String subject, String zh, String en) {
    assertThat(Subject.parse(subject).names()).isEqualTo(new Names(zh, en));
  }
}
