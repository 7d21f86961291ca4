package se.foreningstorget.web.about;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.shell.Page;

/** What the API's problem types (RFC 9457) mean: each type is the address of a page here. */
@Controller
class ProblemController {
    private final Properties statuses = known();
    private final String report;

    ProblemController(@Value("${foreningstorget.contact-email}") String report) {
        this.report = report;
    }

    /**
     * A problem.
     *
     * @param kind under which its texts stand: its status, or the first of many that mean the same
     * @param exactly what this very problem means, where its kind says too little
     */
    record Explained(String code, int status, String kind, @Nullable String exactly) {}

    @GetMapping("/problems/{code}")
    ModelAndView problem(Page page, @PathVariable String code) {
        @Nullable String status = statuses.getProperty(code);
        if (status == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var shown = new HashMap<String, Object>();
        shown.put(
                "problem",
                new Explained(
                        code,
                        Integer.parseInt(status),
                        kind(Integer.parseInt(status)),
                        page.textIfAny("problems.code." + code)));
        shown.put("report", report);
        return page.view("about/problem", shown);
    }

    private static String kind(int status) {
        return switch (status) {
            case 405, 406, 415, 501 -> "405";
            case 413, 414, 431 -> "413";
            case 400, 401, 403, 404, 409, 412, 429 -> Integer.toString(status);
            default -> status >= 500 ? "500" : "400";
        };
    }

    private static Properties known() {
        var codes = new Properties();
        var resource = ProblemController.class.getResourceAsStream("/problem-codes.properties");
        try (var in =
                new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8)) {
            codes.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes;
    }
}
