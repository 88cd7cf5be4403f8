package org.evenhand.app.benchmarks;

import java.util.List;
import org.evenhand.EvenhandApplication;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The product without what reporting hears by, to see what that costs; {@code listeners.sh} starts
 * it in turns with the product as it is. For measuring only.
 */
public final class WithoutReporting {

  private static final List<String> LISTENERS =
      List.of("whatHappened", "whatWasDecided", "whatWasRefused");

  private WithoutReporting() {}

  /** Takes the arguments that the product takes. */
  public static void main(String[] args) {
    var application = new SpringApplication(EvenhandApplication.class);
    application.addInitializers(
        context ->
            context.addBeanFactoryPostProcessor(
                beans -> {
                  if (context instanceof GenericApplicationContext
                      && beans instanceof BeanDefinitionRegistry registry) {
                    LISTENERS.forEach(registry::removeBeanDefinition);
                  }
                }));
    application.run(args);
  }
}
