package se.foreningstorget.web.volunteers;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the volunteer centre. */
@Configuration(proxyBeanMethods = false)
@Import({DeskController.class, PhoneController.class})
public class VolunteersConfiguration {}
