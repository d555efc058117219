package io.orchestrix.standalone;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/** Finds Bean Validation where there is one on the class path. */
final class BeanValidation {

  /** Hibernate Validator's own, which needs no Expression Language as its default one does. */
  private static final String WITHOUT_EL =
      "org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator";

  private BeanValidation() {}

  /** Checks constraints; {@code null} if there is no provider, or not even the API. */
  static @Nullable Validator find() {
    try {
      Configuration<?> configuration = Validation.byDefaultProvider().configure();
      MessageInterpolator messages = withoutEl();
      if (messages != null) {
        configuration.messageInterpolator(messages);
      }
      return configuration.buildValidatorFactory().getValidator();
    } catch (NoProviderFoundException | NoClassDefFoundError e) {
      return null;
    }
  }

  private static @Nullable MessageInterpolator withoutEl() {
    try {
      return Class.forName(WITHOUT_EL)
          .asSubclass(MessageInterpolator.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) { // another provider
      return null;
    }
  }
}
