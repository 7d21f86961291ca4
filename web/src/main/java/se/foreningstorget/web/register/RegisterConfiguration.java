package se.foreningstorget.web.register;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the register. */
@Configuration(proxyBeanMethods = false)
@Import({AssociationsController.class, Vocabulary.class})
public class RegisterConfiguration {}
