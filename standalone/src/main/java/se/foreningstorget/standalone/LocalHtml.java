package se.foreningstorget.standalone;

import org.springframework.web.util.HtmlUtils;

/** The frame of the pages that exist only here; they borrow the web's stylesheet. */
final class LocalHtml {
    private LocalHtml() {}

    static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s – Föreningstorget</title>
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="/assets/site.css">
        </head>
        <body>
        <a class="skip" href="#main">Hoppa till innehållet</a>
        <header class="site-head">
        <div class="wrap site-bar">
        <a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="40" height="40">
        <span>Föreningstorget</span></a>
        </div>
        </header>
        <main id="main" class="page narrow" tabindex="-1">
        <h1>%1$s</h1>
        %2$s
        </main>
        </body>
        </html>
        """
                .formatted(escape(title), body);
    }

    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
