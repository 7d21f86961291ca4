package se.foreningstorget.web.mine;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of an association's own people. */
@Configuration(proxyBeanMethods = false)
@Import({MineController.class, MyLeadsController.class, NewAssociationController.class})
public class MineConfiguration {}
