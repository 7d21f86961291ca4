package se.foreningstorget.standalone;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.standalone.LocalPages.Answer;
import se.foreningstorget.standalone.LocalPages.Request;

/** Choosing who to be: sets the cookie the pages pass on, or hands out a token for calls. */
final class SignInPages implements LocalPages.Pages {
    private static final String COOKIE = "token=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d";

    private final LocalIssuer issuer;

    SignInPages(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Answer to(Request request) throws IOException {
        if (request.method().equals("GET") && request.path().isEmpty()) {
            return Answer.html(page());
        }
        if (request.method().equals("GET") && request.path().startsWith("tokens/")) {
            return caller(request.path().substring("tokens/".length()))
                    .map(caller -> Answer.text(200, caller.token(issuer) + "\n"))
                    .orElseGet(() -> Answer.text(404, "Nobody of that name.\n"));
        }
        if (request.method().equals("POST") && request.path().isEmpty()) {
            return signIn(request.form());
        }
        return Answer.text(404, "There is no such page.\n");
    }

    private Answer signIn(String form) {
        if (form.equals("as=nobody")) {
            return Answer.redirect("/", "Set-Cookie", COOKIE.formatted("", 0));
        }
        return caller(form.startsWith("as=") ? form.substring(3) : "")
                .map(caller ->
                        Answer.redirect(
                                "/",
                                "Set-Cookie",
                                COOKIE.formatted(
                                        caller.token(issuer), MadeUpCaller.LASTING.toSeconds())))
                .orElseGet(() -> Answer.redirect("/sign-in"));
    }

    private static Optional<MadeUpCaller> caller(String id) {
        return Arrays.stream(MadeUpCaller.values()).filter(it -> it.id().equals(id)).findFirst();
    }

    private static String page() {
        var choices =
                Arrays.stream(MadeUpCaller.values())
                        .map(caller -> button(caller.id(), caller.title()))
                        .collect(Collectors.joining("\n"));
        return LocalHtml.page(
                "Logga in",
                """
                <p>Här väljer du vem du vill vara. Sidan finns bara på den här datorn, medan systemet
                provas, och ingen av personerna finns. <span lang="en">Choose who to be: this page
                exists on this computer only.</span></p>
                <form method="post" action="/sign-in" class="stack">
                %s
                %s
                </form>\
                """
                        .formatted(choices, button("nobody", "Ingen: logga ut")));
    }

    private static String button(String id, String title) {
        return "<p><button name=\"as\" value=\"%s\">%s</button></p>"
                .formatted(LocalHtml.escape(id), LocalHtml.escape(title));
    }
}
