package se.foreningstorget.web.leads;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of leads, for those who leave them and those who answer. */
@Configuration(proxyBeanMethods = false)
@Import({LeadController.class, ReceiptController.class, AnswerController.class})
public class LeadsConfiguration {}
