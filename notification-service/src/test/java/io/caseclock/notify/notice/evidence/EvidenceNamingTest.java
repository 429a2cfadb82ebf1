package io.caseclock.notify.notice.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceNamingTest {

  @Test
  void what_came_without_a_type_or_a_name_is_told_so() {
    assertThat(EvidenceType.ofMediaType(null)).isEmpty();
    assertThat(EvidenceType.ofMediaType("")).isEmpty();
    assertThat(EvidenceType.ofMediaType("text/plain; charset=nope")).contains(EvidenceType.TEXT);
    assertThat(EvidenceName.of(null, EvidenceType.TEXT)).isEqualTo("evidence.txt");
    assertThat(EvidenceName.of("", EvidenceType.TEXT)).isEqualTo("evidence.txt");
  }
}
