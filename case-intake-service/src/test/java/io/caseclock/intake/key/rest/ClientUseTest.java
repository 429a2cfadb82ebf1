package io.caseclock.intake.key.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.intake.key.security.TestAuthority;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientUseTest {

  @TempDir private Path folder;

  @Test
  void what_is_for_clients_or_for_everything_has_no_fault() throws Exception {
    var authority = TestAuthority.in(folder.resolve("authority.p12"));

    assertThat(ClientUse.fault(authority.client("precinct").certificate())).isEmpty();
    assertThat(ClientUse.fault(authority.server("without a use").certificate())).isEmpty();
    assertThat(
            ClientUse.fault(
                authority.client("both", "-ext", "eku=serverAuth,clientAuth").certificate()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"eku=serverAuth, clientAuth", "ku=keyEncipherment, digitalSignature"})
  void what_is_for_something_else_says_what_it_lacks(String extension, String lacks)
      throws Exception {
    var authority = TestAuthority.in(folder.resolve("authority.p12"));

    assertThat(ClientUse.fault(authority.client("other", "-ext", extension).certificate()))
        .hasValueSatisfying(fault -> assertThat(fault).endsWith("lacks " + lacks));
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "2047, true", "2048, false"})
  void a_short_key_is_too_weak(int bits, boolean isWeak) throws GeneralSecurityException {
    var keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(bits);

    assertThat(ClientUse.weakness(keys.generateKeyPair().getPublic()).isPresent())
        .isEqualTo(isWeak);
  }
}
