package se.foreningstorget.web.shell;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What every page stands on. */
@Configuration(proxyBeanMethods = false)
@Import({ErrorPages.class, Readable.class, CleanAddresses.class})
public class ShellConfiguration {
    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("web-texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    JteViews jteViews() {
        return new JteViews();
    }

    @Bean
    SafeHeaders safeHeaders() {
        return new SafeHeaders();
    }

    @Bean
    Visitors visitors(LocaleResolver languages, InstantSource clock) {
        return new Visitors(languages, clock);
    }

    @Bean
    Assets assets(ResourceUrlProvider addresses) {
        return new Assets(addresses);
    }

    @Bean
    Pages pages(MessageSource texts, Assets assets, Visitors visitors) {
        return new Pages(texts, assets, visitors);
    }

    /** HTTP/1.1: the JDK's client would ask each time for an upgrade nobody here offers. */
    @Bean
    RestClient apiClient() {
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(Duration.ofSeconds(2))
                                .build());
        requests.setReadTimeout(Duration.ofSeconds(10));
        return RestClient.builder().requestFactory(requests).build();
    }

    @Bean
    WebMvcConfigurer shell(
            LocaleResolver languages,
            ObjectProvider<Pages> pages,
            Visitors visitors,
            RestClient apiClient,
            @Value("${foreningstorget.api}") String base) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SameOrigin());
                registry.addInterceptor((Languages) languages);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                Assets.serve(registry);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Arguments(pages.getObject(), visitors, apiClient, base));
            }
        };
    }
}
