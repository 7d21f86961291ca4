package se.foreningstorget.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.web.about.AboutConfiguration;
import se.foreningstorget.web.calendar.CalendarConfiguration;
import se.foreningstorget.web.home.HomeConfiguration;
import se.foreningstorget.web.leads.LeadsConfiguration;
import se.foreningstorget.web.mine.MineConfiguration;
import se.foreningstorget.web.newsletter.NewsletterConfiguration;
import se.foreningstorget.web.premises.PremisesConfiguration;
import se.foreningstorget.web.register.RegisterConfiguration;
import se.foreningstorget.web.shell.ShellConfiguration;
import se.foreningstorget.web.volunteers.VolunteersConfiguration;

/** The pages, area by area. */
@Configuration(proxyBeanMethods = false)
@Import({
    ShellConfiguration.class,
    HomeConfiguration.class,
    RegisterConfiguration.class,
    LeadsConfiguration.class,
    VolunteersConfiguration.class,
    MineConfiguration.class,
    CalendarConfiguration.class,
    PremisesConfiguration.class,
    NewsletterConfiguration.class,
    AboutConfiguration.class
})
class WebConfiguration {}
