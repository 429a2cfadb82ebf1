package io.caseclock.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.sample.story.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

  @TempDir Path directory;

  @Test
  void a_token_says_who_calls_and_holds_for_eight_hours() throws Exception {
    var secrets = LocalSecrets.in(directory);

    var token = secrets.tokens().issue("legal", LocalRole.LEGAL_OFFICER, "9901", "P990001");

    var claims = verified(token, secrets.publicKeyLine());
    assertThat(claims.getIssuer()).isEqualTo("https://caseclock.local");
    assertThat(claims.getSubject()).isEqualTo("legal");
    assertThat(claims.getStringClaimValue("upn")).isEqualTo("legal");
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("legal-officer");
    assertThat(claims.getStringClaimValue("unit")).isEqualTo("9901");
    assertThat(claims.getStringClaimValue("officer")).isEqualTo("P990001");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(8 * 3600);
  }

  @Test
  void a_machine_is_no_officer() throws Exception {
    var secrets = LocalSecrets.in(directory);

    var token = secrets.tokens().issue("precinct", LocalRole.PRECINCT_SYSTEM, "9900", null);

    assertThat(verified(token, secrets.publicKeyLine()).hasClaim("officer")).isFalse();
  }

  @Test
  void a_precincts_system_is_registered_for_the_sources_of_its_unit() throws Exception {
    assertThat(sources("9901", LocalRole.PRECINCT_SYSTEM))
        .containsExactly("urn:precinct:9901", "urn:precinct:9901:*");
    assertThat(sources("9900", LocalRole.PRECINCT_SYSTEM)).containsExactly("urn:precinct:*");
    assertThat(sources("9901", LocalRole.PRECINCT_SYSTEM, "urn:vendor:x"))
        .containsExactly("urn:precinct:9901", "urn:precinct:9901:*", "urn:vendor:x");
    assertThat(sources("9901", LocalRole.SUPERVISOR)).isEmpty();
  }

  @Test
  void a_token_of_several_units_names_them_in_a_list() throws Exception {
    var secrets = LocalSecrets.in(directory);
    var units = List.of("9901", "9902");

    var token =
        secrets.tokens().issue("x", LocalRole.PRECINCT_SYSTEM, units, null, List.<String>of());

    var claims = verified(token, secrets.publicKeyLine());
    assertThat(claims.getStringListClaimValue("unit")).containsExactly("9901", "9902");
    assertThat(claims.getStringListClaimValue("sources"))
        .containsExactly(
            "urn:precinct:9901", "urn:precinct:9901:*", "urn:precinct:9902", "urn:precinct:9902:*");
  }

  private List<String> sources(String unit, LocalRole role, String... more) throws Exception {
    var secrets = LocalSecrets.in(directory);
    var token = secrets.tokens().issue("x", role, unit, null, List.of(more));
    return verified(token, secrets.publicKeyLine()).getStringListClaimValue("sources");
  }

  @Test
  void what_was_made_once_stays() {
    var first = LocalSecrets.in(directory);
    var password = first.password("postgres-intake");
    var users = first.users();

    var second = LocalSecrets.in(directory);

    assertThat(second.password("postgres-intake")).isEqualTo(password).hasSize(20);
    assertThat(second.users()).isEqualTo(users);
    assertThat(second.publicKeyLine()).isEqualTo(first.publicKeyLine());
  }

  @Test
  void there_is_one_user_for_each_role_and_no_two_share_a_password() {
    var users = LocalSecrets.in(directory).users();

    assertThat(users)
        .extracting(LocalUser::role)
        .containsExactlyInAnyOrder(
            "precinct-system",
            "officer",
            "legal-officer",
            "supervisor",
            "administrator",
            "auditor",
            "prosecutor");
    assertThat(users).extracting(LocalUser::password).doesNotHaveDuplicates();
    assertThat(users.getFirst().toString()).doesNotContain(users.getFirst().password());
  }

  @Test
  void whoever_is_an_officer_of_the_sample_has_the_role_that_the_directory_knows() {
    var roster = new Roster().officers();

    assertThat(LocalSecrets.in(directory).users())
        .filteredOn(user -> user.officer() != null)
        .hasSize(3)
        .allSatisfy(
            user ->
                assertThat(roster)
                    .filteredOn(officer -> officer.id().equals(user.officer()))
                    .singleElement()
                    .satisfies(officer -> assertThat(officer.roles()).contains(user.role())));
  }

  @Test
  void nobody_but_the_owner_reads_them() throws IOException {
    var secrets = LocalSecrets.in(directory.resolve("secrets"));
    secrets.password("postgres-intake");

    assertThat(permissions(directory.resolve("secrets"))).isEqualTo("rwx------");
    assertThat(permissions(secrets.privateKeyFile())).isEqualTo("rw-------");
    assertThat(permissions(secrets.usersFile())).isEqualTo("rw-------");
    assertThat(permissions(directory.resolve("secrets/postgres-intake.password")))
        .isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static JwtClaims verified(String token, String publicKeyLine) throws Exception {
    var consumer =
        new JwtConsumerBuilder()
            .setVerificationKey(publicKey(publicKeyLine))
            .setRequireExpirationTime()
            .setExpectedAudience("caseclock")
            .build();
    return consumer.processToClaims(token);
  }

  private static PublicKey publicKey(String line) throws Exception {
    var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(line));
    return KeyFactory.getInstance("RSA").generatePublic(encoded);
  }
}
