package se.foreningstorget.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** How the door is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    Upstreams upstreams(GatewaySettings settings) {
        return new Upstreams(settings);
    }

    @Bean
    ProxyExchange passOn(Upstreams upstreams, GatewayMvcProperties properties) {
        return new PassOn(upstreams, properties);
    }

    @Bean
    OnwardHeaders onwardHeaders() {
        return new OnwardHeaders();
    }

    @Bean
    RouterFunction<ServerResponse> routes(
            GatewaySettings settings, Upstreams upstreams, CircuitBreakerRegistry breakers) {
        return new Routes(settings, new ApiIndex(settings, upstreams), breakers).all();
    }

    @Bean
    FilterRegistrationBean<Door> door(GatewaySettings settings, Problems problems) {
        var door = new FilterRegistrationBean<>(new Door(problems, settings.maxBody().toBytes()));
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors(Problems problems) {
        return tomcat ->
                tomcat.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass("");
                        host.getPipeline().addValve(new BareErrors(problems));
                    }
                });
    }
}
