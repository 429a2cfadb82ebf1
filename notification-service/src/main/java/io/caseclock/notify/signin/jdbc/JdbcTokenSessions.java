package io.caseclock.notify.signin.jdbc;

import io.caseclock.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of an OpenID Connect provider behind an id. They are encrypted with a key made of the id:
 * the table alone opens nothing.
 */
public final class JdbcTokenSessions {

  private static final String KEEP =
      "insert into token_session (id_hash, tokens, ends_at) values (?, ?, ?)";
  private static final String FORGET_OLD = "delete from token_session where ends_at <= ?";
  private static final String FIND =
      "select tokens from token_session where id_hash = ? and ends_at > ?";
  private static final String END = "delete from token_session where id_hash = ?";

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Sql sql;
  private final SecureRandom random = new SecureRandom();

  public JdbcTokenSessions(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a text until the instant, exclusive. */
  public void keep(String id, String tokens, Instant at, Instant until) {
    sql.update(FORGET_OLD, at);
    sql.update(KEEP, HashedId.of(id), encrypted(id, tokens), until);
  }

  /** The text behind the id at that instant. */
  public Optional<String> find(String id, Instant at) {
    return sql.query(FIND, row -> row.getBytes(1), HashedId.of(id), at).stream()
        .findFirst()
        .map(kept -> decrypted(id, kept));
  }

  /** Forgets it for good; without effect where there is none. */
  public void end(String id) {
    sql.update(END, (Object) HashedId.of(id));
  }

  private byte[] encrypted(String id, String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce, text.getBytes(StandardCharsets.UTF_8));
    var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return whole;
  }

  private static String decrypted(String id, byte[] kept) {
    var nonce = Arrays.copyOf(kept, NONCE);
    var sealed = Arrays.copyOfRange(kept, NONCE, kept.length);
    return new String(cipher(Cipher.DECRYPT_MODE, id, nonce, sealed), StandardCharsets.UTF_8);
  }

  private static byte[] cipher(int mode, String id, byte[] nonce, byte[] content) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      var key = new SecretKeySpec(HashedId.keyOf(id), "AES");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("kept tokens cannot be sealed or opened", e);
    }
  }
}
