package se.foreningstorget.web.newsletter;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the newsletter. */
@Configuration(proxyBeanMethods = false)
@Import({SubscribeController.class, LinkController.class, ComposeController.class})
public class NewsletterConfiguration {}
