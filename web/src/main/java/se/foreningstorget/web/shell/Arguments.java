package se.foreningstorget.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.foreningstorget.web.api.Api;

/** Hands a controller the page it makes and the API as this visitor may use it. */
final class Arguments implements HandlerMethodArgumentResolver {
    private final Pages pages;
    private final Visitors visitors;
    private final RestClient client;
    private final String base;

    Arguments(Pages pages, Visitors visitors, RestClient client, String base) {
        this.pages = pages;
        this.visitors = visitors;
        this.client = client;
        this.base = base;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class
                || parameter.getParameterType() == Api.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == Page.class) {
            return pages.of(request);
        }
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        return new Api(
                client,
                base,
                visitors.of(request),
                (service, seen) -> Visitors.remember(response, service, seen));
    }
}
