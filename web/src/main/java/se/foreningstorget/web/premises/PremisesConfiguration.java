package se.foreningstorget.web.premises;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of venues. */
@Configuration(proxyBeanMethods = false)
@Import({VenuesController.class, BookingController.class})
public class PremisesConfiguration {}
