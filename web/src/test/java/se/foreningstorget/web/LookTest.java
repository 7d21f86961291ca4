package se.foreningstorget.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import se.foreningstorget.testkit.Browsers;

/** Every page in a browser: usable by everybody, on a phone and on a desk. */
class LookTest {
    private static final List<EveryPage> PAGES = EveryPage.ALL;
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static Site site;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        site = new Site();
        playwright = Browsers.playwright();
        browser = Browsers.open(playwright);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        site.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("PAGES")
    void aPageIsForEverybody(EveryPage it) {
        try (var context = context(it)) {
            var page = context.newPage();
            look(page, it, 360, "sv");
            look(page, it, 1280, "en");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            shoot(page, it.name() + "-dark");
            var dark = new AxeBuilder(page).withRules(List.of("color-contrast")).analyze();
            assertThat(described(dark.getViolations())).as("%s in the dark", it.name()).isEmpty();
        }
    }

    private static void look(Page page, EveryPage it, int width, String language) {
        page.setViewportSize(width, 900);
        page.context().addCookies(List.of(cookie("lang", language)));
        page.navigate(site.address() + it.path());
        shoot(page, it.name() + "-" + width);
        assertThat(violations(page, STANDARDS)).as("%s at %d", it.name(), width).isEmpty();
        assertThat(tooWide(page)).as("too wide: %s at %d", it.name(), width).isEmpty();
        assertThat(tooSmall(page)).as("too small: %s at %d", it.name(), width).isEmpty();
    }

    @Test
    void aWrongFormSaysSoAndLeadsToTheField() {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            page.setViewportSize(360, 900);
            page.navigate(site.address() + "/leads/new?lang=en");
            page.getByLabel("Name").fill("Ali Exempel");
            page.getByRole(
                            com.microsoft.playwright.options.AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Send"))
                    .click();
            shoot(page, "lead-errors-360");
            assertThat(page.title()).startsWith("Error:");
            assertThat(page.getByLabel("Name").inputValue()).isEqualTo("Ali Exempel");
            assertThat(violations(page, STANDARDS)).isEmpty();
            page.locator("#errors a").first().click();
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("wish");
        }
    }

    @Test
    void whatWasSentBeforeAndADayThatIsNoneAreToldForEverybody() {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            var wrongDay = new EveryPage("venue-no-day", "/venues/kulturhuset?day=2026-02-31", "");
            look(page, wrongDay, 360, "sv");
            look(page, wrongDay, 1280, "en");
            page.navigate(site.address() + "/leads/new?lang=sv");
            var id = page.locator("input[name=id]").inputValue();
            site.api.answering("PUT /api/register/v1/leads/" + id, 409, "{\"code\":\"id-in-use\"}");
            page.getByLabel("Vad vill du göra?").fill("Dansa");
            page.getByLabel("E-post").fill("ali@example.org");
            page.locator("input[name=mayForward]").check();
            page.setViewportSize(360, 900);
            page.locator("form.stack button").click();
            shoot(page, "lead-before-360");
            assertThat(violations(page, STANDARDS)).isEmpty();
            assertThat(page.locator("input[name=id]").inputValue()).isNotEqualTo(id);
            page.locator("form.stack button").click();
            assertThat(page.url()).contains("/receipt/");
            site.api.forget();
        }
    }

    @Test
    void theFirstTabSkipsToTheContent() {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            page.navigate(site.address() + "/associations");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#main");
            shoot(page, "skip-1280");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    private static BrowserContext context(EveryPage it) {
        var context = browser.newContext();
        if (!it.token().isEmpty()) {
            context.addCookies(List.of(cookie("token", it.token())));
        }
        return context;
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(site.address());
    }

    private static List<String> violations(Page page, List<String> standards) {
        return described(new AxeBuilder(page).withTags(standards).analyze().getViolations());
    }

    private static List<String> described(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule ->
                        rule.getNodes().stream()
                                .map(node ->
                                        rule.getId()
                                                + ": "
                                                + rule.getHelp()
                                                + " in "
                                                + node.getHtml()
                                                + " "
                                                + node.getFailureSummary()))
                .toList();
    }

    /** What sticks out to the side, so that one would have to scroll for it. */
    private static List<?> tooWide(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                        () => document.documentElement.scrollWidth <= innerWidth ? [] :
                            [...document.querySelectorAll('body *')]
                                .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                                .map(e => e.outerHTML.slice(0, 120))\
                        """);
    }

    /** Buttons, fields and links of their own that a thumb would miss: less than 44 pixels high. */
    private static List<?> tooSmall(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll(
                                'button, .button, input:not([type=hidden]), select, nav a, .pick')]
                            .filter(e => !e.closest('.trap') && !e.closest('.pick > *'))
                            .filter(e => !(e.matches('input') && e.closest('.pick')))
                            .filter(e => e.getBoundingClientRect().height < 43.5)
                            .map(e => e.outerHTML.slice(0, 120))\
                        """);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png"))
                        .setFullPage(true));
    }
}
