package com.acme.cart;

import com.acme.cart.Cart.ArticlePut;
import com.acme.cart.Cart.PutIntoCart;
import io.orchestrix.testkit.AggregateFixture;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CartTest {

  private static final UUID ADA = new UUID(1, 2);

  @Test
  void the_first_article_makes_the_cart() {
    AggregateFixture.of(Cart.class)
        .when(new PutIntoCart(ADA, "apple"))
        .thenEvents(new ArticlePut("apple"))
        .thenAnswer(1)
        .when(new PutIntoCart(ADA, "pear"))
        .thenAnswer(2);
  }
}
