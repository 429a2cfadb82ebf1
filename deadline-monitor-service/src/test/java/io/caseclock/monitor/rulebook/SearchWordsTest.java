package io.caseclock.monitor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.law.Law;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "investigation-custody",
        "INVESTIGATION custody",
        "侦查羁押",
        "刑事诉讼法 第一百五十六条",
        "刑事诉讼法第156条",
        "刑诉法 第156条",
        "刑诉法第156条",
        "第１５６条 侦查羁押",
        " 羁押  侦查 ",
      })
  void finds_the_rule(String typed) {
    assertThat(found(typed)).contains("investigation-custody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"刑诉法 第157条 侦查羁押期限", "民诉法 侦查羁押", "qqqq", "侦查 qqqq"})
  void finds_nothing_where_a_word_is_missing(String typed) {
    assertThat(found(typed)).doesNotContain("investigation-custody");
  }

  @Test
  void no_word_finds_everything() {
    assertThat(found("  ")).hasSameSizeAs(LAW.rules());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 一",
    "10, 十",
    "11, 十一",
    "20, 二十",
    "100, 一百",
    "105, 一百零五",
    "110, 一百一十",
    "156, 一百五十六",
    "1005, 一千零五",
    "1050, 一千零五十",
    "1260, 一千二百六十",
  })
  void articles_are_written_as_statutes_do(int number, String written) {
    assertThat(ChineseNumber.of(number)).isEqualTo(written);
  }

  private static List<String> found(String typed) {
    var words = SearchWords.of(typed);
    return LAW.rules().stream().filter(words::find).map(found -> found.rule().id()).toList();
  }
}
