package com.acme.cart;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Creation;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.UUID;

/** A cart that is there as soon as something is put into it. */
@Aggregate("cart")
class Cart extends AggregateRoot {

  record PutIntoCart(@TargetId UUID customer, String article) implements Command {}

  record ArticlePut(String article) implements Event {}

  private int articles;

  @Creates(Creation.IF_MISSING)
  int put(@HandlesCommand PutIntoCart command) {
    apply(new ArticlePut(command.article()));
    return articles;
  }

  void when(ArticlePut event) {
    articles++;
  }
}
