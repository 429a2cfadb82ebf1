package io.caseclock.notify.bulletin.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.Corrections;
import io.caseclock.notify.bulletin.Corrections.Known;
import io.caseclock.notify.bulletin.Corrections.Unknown;
import io.caseclock.notify.notice.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as lists show it.
 *
 * @param number 第…期, in both languages
 * @param from the first day of its period, inclusive
 * @param to the last day of its period, inclusive
 * @param belated made later than the pack sets
 * @param sha256 of the frozen numbers
 */
public record BulletinView(
    String id,
    String unit,
    String kind,
    int serial,
    Names number,
    Names names,
    LocalDate from,
    LocalDate to,
    boolean belated,
    Instant issuedAt,
    String sha256) {

  static BulletinView of(Bulletin bulletin) {
    return new BulletinView(
        bulletin.id(),
        bulletin.unit(),
        Words.of(bulletin.kind()),
        bulletin.serial(),
        bulletin.number(),
        bulletin.names(),
        bulletin.from(),
        bulletin.to(),
        bulletin.belated(),
        bulletin.issuedAt(),
        bulletin.sha256());
  }

  /** A page of bulletins, the newest first. */
  public record Page(List<BulletinView> bulletins, @Nullable String next) {}

  /**
   * One bulletin with what it says.
   *
   * @param document the frozen numbers, byte for byte as they were hashed
   * @param corrections what became known since; computed now, and no part of what was frozen
   */
  public record Opened(
      BulletinView bulletin,
      @JsonRawValue @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)
          String document,
      CorrectionsView corrections) {

    static Opened of(Bulletin bulletin, StoredDocument json, Corrections.Answer corrections) {
      return new Opened(
          BulletinView.of(bulletin),
          new String(json.bytes(), StandardCharsets.UTF_8),
          CorrectionsView.of(corrections));
    }
  }

  /**
   * What became known since.
   *
   * @param known false where the monitor could not be asked: then there may be any number of them
   * @param why why it is not known; null where it is
   * @param first the oldest ones, as the monitor tells them
   * @param further whether there are more, to be had from the monitor
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CorrectionsView(
      boolean known, @Nullable String why, List<Map<String, Object>> first, boolean further) {

    static CorrectionsView of(Corrections.Answer answer) {
      return switch (answer) {
        case Known known -> new CorrectionsView(true, null, known.first(), known.further());
        case Unknown unknown -> new CorrectionsView(false, unknown.why(), List.of(), false);
      };
    }
  }
}
