package io.caseclock.local.secret;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything in {@code .caseclock/secrets}; whatever is missing is made when it is asked for. */
public final class LocalSecrets {

  private static final String SIGNING_KEY = "signing-key.pem";
  private static final String USERS = "users.json";
  private static final int PASSWORD_LENGTH = 20;
  // without letters and digits that look alike, so that a password can be typed from a screen
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final PrivateFiles files;
  private final SigningKeys keys;
  private final SecureRandom random = new SecureRandom();

  private LocalSecrets(PrivateFiles files) {
    this.files = files;
    this.keys =
        SigningKeys.ofPem(files.readOrCreate(SIGNING_KEY, () -> SigningKeys.generate().asPem()));
  }

  public static LocalSecrets in(Path directory) {
    return new LocalSecrets(PrivateFiles.in(directory));
  }

  /** Returns the password of that name, the same one for as long as the directory stays. */
  public String password(String name) {
    return files.readOrCreate(name + ".password", this::newPassword);
  }

  /** Returns the built-in users. */
  public List<LocalUser> users() {
    var text = files.readOrCreate(USERS, () -> asJson(BuiltInUsers.with(this::newPassword)));
    try {
      return JSON.readValue(text, new TypeReference<List<LocalUser>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("users.json is damaged; start with --fresh", e);
    }
  }

  public Optional<LocalUser> user(LocalRole role) {
    return users().stream().filter(user -> user.role().equals(role.claim())).findFirst();
  }

  public TokenIssuer tokens() {
    return new TokenIssuer(keys.privateKey(), InstantSource.system());
  }

  public String publicKeyLine() {
    return keys.publicKeyLine();
  }

  public Path privateKeyFile() {
    return files.path(SIGNING_KEY);
  }

  /** Returns the file of the built-in users, which is there afterwards. */
  public Path usersFile() {
    users();
    return files.path(USERS);
  }

  private String newPassword() {
    var password = new StringBuilder();
    for (var i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  private static String asJson(List<LocalUser> users) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(users);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("users cannot be written", e);
    }
  }
}
