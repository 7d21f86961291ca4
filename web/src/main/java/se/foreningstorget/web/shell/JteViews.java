package se.foreningstorget.web.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the compiled template of a page by its name. */
final class JteViews implements ViewResolver {
    private static final Logger LOG = LoggerFactory.getLogger(JteViews.class);

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    JteViews.class.getClassLoader(),
                    "se.foreningstorget.web");

    @Override
    public View resolveViewName(String name, Locale locale) {
        return new JteView(name);
    }

    /**
     * One page; it is whole before its first byte leaves, so that an error is never half a page.
     */
    private final class JteView implements View {
        private final String name;

        JteView(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var bytes = html(model, request, response).getBytes(StandardCharsets.UTF_8);
            response.setContentType(getContentType());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }

        private String html(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response) {
            try {
                return html(name, model == null ? Map.of() : model);
            } catch (TemplateException e) {
                if (model == null || !(model.get("page") instanceof Page page)) {
                    throw e;
                }
                LOG.error("page failed: {} {}", request.getMethod(), request.getRequestURI(), e);
                response.setStatus(500);
                return html("shell/error", ErrorPages.broken(page));
            }
        }

        private String html(String template, Map<String, ?> model) {
            var html = new StringOutput(16_384);
            engine.render(template + ".jte", new HashMap<>(model), html);
            return html.toString();
        }
    }
}
