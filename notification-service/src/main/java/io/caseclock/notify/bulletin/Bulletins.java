package io.caseclock.notify.bulletin;

import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.notify.notice.StoredDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where bulletins live, byte for byte. Every method takes part in the caller's transaction. */
public interface Bulletins {

  boolean exists(String id);

  /** The next number of the unit and kind; nobody else gets one until the transaction ends. */
  int nextSerial(String unit, Kind kind);

  void add(Bulletin bulletin, StoredDocument json);

  /** Empty where there is none, or it is about a unit outside the subtree. */
  Optional<Bulletin> findWithin(String id, String rootUnit);

  /** The newest first. */
  List<Bulletin> page(BulletinQuery query);

  /** The one about the latest period of exactly this unit, whenever it was issued. */
  Optional<Bulletin> latest(String unit, Kind kind);

  /** The frozen JSON of a bulletin that exists. */
  StoredDocument json(String id);

  /** Empty where nobody asked for it yet. */
  Optional<StoredDocument> paper(String id, BulletinForm form);

  /** Keeps a form for good; where there is one already, that one stays. */
  void keep(String id, BulletinForm form, StoredDocument paper, Instant at);
}
