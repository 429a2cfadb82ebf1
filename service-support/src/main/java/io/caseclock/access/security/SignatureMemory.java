package io.caseclock.access.security;

import io.caseclock.contract.Sha256;
import java.nio.ByteBuffer;
import java.security.Key;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which signatures were found right under which key. That never changes, so that nothing here has
 * to be forgotten when a token ends or a key is taken back: who trusts a key, and for how long a
 * token holds, is decided anew for each request. It keeps hashes, no tokens, and forgets what was
 * not asked for longest. For any number of threads.
 */
final class SignatureMemory {

  private final int most;
  private final Map<Known, Boolean> known = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Knows nothing yet.
   *
   * @param most how many signatures are remembered
   */
  SignatureMemory(int most) {
    this.most = most;
  }

  /**
   * A signature under a key.
   *
   * @param algorithm as a token names it
   * @param hash of what was signed and of the signature
   */
  record Known(String algorithm, Key key, ByteBuffer hash) {

    static Known of(String algorithm, Key key, byte[] signed, byte[] signature) {
      var digest = Sha256.begin();
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(signed.length).array());
      digest.update(signed);
      return new Known(algorithm, key, ByteBuffer.wrap(digest.digest(signature)));
    }
  }

  /** Whether this very signature of these very bytes was found right under this key. */
  synchronized boolean holds(Known signature) {
    return known.get(signature) != null;
  }

  synchronized void keep(Known signature) {
    known.put(signature, true);
    if (known.size() > most) {
      var oldest = known.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized int size() {
    return known.size();
  }
}
