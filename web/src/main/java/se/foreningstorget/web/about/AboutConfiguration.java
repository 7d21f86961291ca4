package se.foreningstorget.web.about;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about the site itself. */
@Configuration(proxyBeanMethods = false)
@Import({AboutController.class, ProblemController.class, SignOutController.class})
public class AboutConfiguration {}
