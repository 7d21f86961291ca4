package se.foreningstorget.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;

/** Begins a page for a request. */
final class Pages {
    private final MessageSource texts;
    private final Assets assets;
    private final Visitors visitors;

    Pages(MessageSource texts, Assets assets, Visitors visitors) {
        this.texts = texts;
        this.assets = assets;
        this.visitors = visitors;
    }

    Page of(HttpServletRequest request) {
        return new Page(request, texts, assets, visitors.of(request));
    }
}
