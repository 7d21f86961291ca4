package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.foreningstorget.testkit.Browsers;

/** A resident, the volunteer centre and a choir, each in front of a browser without JavaScript. */
class BrowserJourneyTest {
    private static final Square SQUARE = Square.shared();
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void openTheBrowser() {
        playwright = Browsers.playwright();
        browser = Browsers.open(playwright);
        SQUARE.put(
                "/api/register/v1/associations/webbkoren",
                SQUARE.as("staff"),
                Map.of(
                        "name",
                        "Webbkören",
                        "description",
                        "Kör som sjunger på webben.",
                        "tags",
                        List.of("choir"),
                        "contacts",
                        List.of(
                                Map.of(
                                        "name", "Kontakten",
                                        "email", "webb@webbkoren.example.org",
                                        "visibility", "city"))));
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void aWishGoesFromAResidentsPhoneToAChoirAndBack() {
        var resident = page(360);
        resident.navigate(SQUARE.base() + "/leads/new");
        resident.locator("[name=wish]").fill("Jag vill sjunga i kör");
        resident.locator("[name=email]").fill("webbsangare@example.org");
        resident.locator("input[type=checkbox]").first().check();
        looksRight(resident, "lead-form-360");
        press(resident, "main form button");
        assertThat(resident.url()).contains("/receipt/");
        var number = resident.locator(".ticket .number").textContent();
        assertThat(number).matches("[0-9]{3}-[0-9]{3}");
        looksRight(resident, "receipt-360");
        var receipt = resident.url();

        SQUARE.getUntilContains(
                number, "/api/register/v1/leads?q=" + number, SQUARE.as("volunteer-centre"));
        var centre = page(1280);
        centre.navigate(SQUARE.base() + "/sign-in");
        looksRight(centre, "sign-in-1280");
        press(centre, "button[value=volunteer-centre]");
        centre.navigate(SQUARE.base() + "/volunteer-centre?q=" + number);
        assertThat(centre.locator("main").textContent()).contains("Jag vill sjunga i kör");
        looksRight(centre, "desk-1280");
        press(centre, "main a[href*='/volunteer-centre/leads/']:not([href$='/new'])");
        centre.locator("input[value=webbkoren]").check();
        looksRight(centre, "forward-1280");
        press(centre, "form:has(input[value=webbkoren]) button");
        assertThat(centre.content()).contains("Webbkören");

        var mail = SQUARE.awaitMailsTo("webb@webbkoren.example.org", 1).getFirst();
        var choir = page(360);
        choir.navigate(SQUARE.base() + SQUARE.link(mail, "/leads/"));
        choir.locator("input[value=welcome]").check();
        choir.locator("textarea").fill("Kom på tisdag!");
        looksRight(choir, "answer-360");
        press(choir, "main form button");

        resident.navigate(receipt);
        assertThat(resident.locator("main").textContent()).contains("Kom på tisdag!");
        looksRight(resident, "answered-360");
        var mailbox = page(1280);
        mailbox.navigate(SQUARE.base() + "/mailbox");
        looksRight(mailbox, "mailbox-1280");
    }

    /** Presses the last that matches, and waits for the page that comes of it. */
    private static void press(Page page, String what) {
        page.waitForNavigation(() -> page.locator(what).last().click());
    }

    private static Page page(int width) {
        var context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setLocale("sv-SE"));
        return context.newPage();
    }

    /** No barrier that axe knows, nothing wider than the screen; a picture to look at. */
    private static void looksRight(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " scrolls sideways")
                .isTrue();
    }
}
