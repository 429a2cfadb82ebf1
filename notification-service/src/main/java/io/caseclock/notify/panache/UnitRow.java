package io.caseclock.notify.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * A unit as far as queries need it to find a subtree. The directory writes the table with its own
 * SQL; here it is only read.
 */
@Entity
@Immutable
@Table(name = "unit")
public class UnitRow {

  @Id String id;

  @Column String path;

  /**
   * A condition of HQL: the unit belongs to the subtree of another unit.
   *
   * @param unit a path such as {@code s.unit}
   * @param root the name of the parameter that holds the id of the subtree's root
   */
  public static String isWithin(String unit, String root) {
    return """
    exists (select 1 from UnitRow u, UnitRow top
      where u.id = %s and top.id = :%s and locate(top.path, u.path) = 1)\
    """
        .formatted(unit, root);
  }
}
