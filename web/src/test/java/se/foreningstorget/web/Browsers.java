package se.foreningstorget.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds a browser to look at the pages with. */
final class Browsers {
    private Browsers() {}

    static Playwright playwright() {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    static Browser open(Playwright playwright) {
        var options =
                new BrowserType.LaunchOptions()
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new AssertionError(
                    "The pages cannot be looked at: there is no Chromium. Install the package"
                            + " chromium, or say in the environment variable CHROMIUM where one is.",
                    e);
        }
    }
}
