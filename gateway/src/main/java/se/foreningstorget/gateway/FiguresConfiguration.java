package se.foreningstorget.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door's figures for operators. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestFigures(
            MeterRegistry registry) {
        return tomcat -> tomcat.addEngineValves(new RequestFigures(registry));
    }

    /** Where the breakers of the routes are kept, so that their state is told. */
    @Bean
    CircuitBreakerRegistry breakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    MeterBinder breakerFigures(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    @ConditionalOnProperty("foreningstorget.gateway.metrics-port")
    FiguresPort figuresPort(
            PrometheusMeterRegistry registry,
            @Value("${foreningstorget.gateway.metrics-port}") int port) {
        return new FiguresPort(registry, port);
    }
}
