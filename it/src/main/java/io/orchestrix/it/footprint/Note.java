package io.orchestrix.it.footprint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one entity of the persistence unit. */
@Entity
public class Note {

  @Id long id;
}
