package se.foreningstorget.web.home;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The first page. */
@Configuration(proxyBeanMethods = false)
@Import(HomeController.class)
public class HomeConfiguration {}
