package se.foreningstorget.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a browser to look at the pages with. */
public final class Browsers {
    private Browsers() {}

    /** Playwright, which fetches a browser of its own only where none is installed. */
    public static Playwright playwright() {
        var environment = new HashMap<>(System.getenv());
        installed().ifPresent(_ -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    /** A headless browser; an AssertionError that says what to install when there is none. */
    public static Browser open(Playwright playwright) {
        var options =
                new BrowserType.LaunchOptions()
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        installed().ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new AssertionError(
                    "The pages cannot be looked at: there is no Chromium. Install the package"
                            + " chromium, or say in the environment variable CHROMIUM where one is.",
                    e);
        }
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
