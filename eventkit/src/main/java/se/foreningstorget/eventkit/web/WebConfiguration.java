package se.foreningstorget.eventkit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import se.foreningstorget.eventkit.EventkitSettings;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side every service shares. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, SecurityConfiguration.class})
public class WebConfiguration implements WebMvcConfigurer {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /**
     * Answers are JSON whatever is asked for, feeds excepted, which say so themselves: negotiation
     * comes after the work, and a write refused for its answer's form would have happened.
     */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer answers) {
        answers.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new StrictRequests());
    }

    /** The shared texts and the service's own, {@code <service>-texts.properties}. */
    @Bean
    MessageSource messageSource(Environment environment) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames(
                environment.getRequiredProperty("spring.application.name") + "-texts",
                "eventkit-texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(SWEDISH, Locale.ENGLISH));
        resolver.setDefaultLocale(SWEDISH);
        return resolver;
    }

    @Bean
    Problems problems(MessageSource messageSource) {
        return new Problems(messageSource);
    }

    @Bean
    Replies replies(Problems problems) {
        return new Replies(problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors(
            Problems problems, LocaleResolver localeResolver, JsonMapper mapper) {
        return new BareErrors(problems, localeResolver, mapper).instead();
    }

    /** Spring's page of errors stays away: {@link BareErrors} says it all. */
    @Bean
    ErrorController noErrorPage() {
        return new ErrorController() {};
    }

    /** What clients send is read strictly, unlike what other services send. */
    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return builder ->
                builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .changeDefaultPropertyInclusion(
                                all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addModule(ControlCharacters.module());
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var filter = new FilterRegistrationBean<>(new TraceFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(EventkitSettings settings) {
        var filter = new FilterRegistrationBean<>(new BodyLimit(settings.maxBodyBytes()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
