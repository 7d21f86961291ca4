package se.foreningstorget.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alarms and dashboard ask only for what running services say, and that names nobody. */
class FiguresTest {
    private static final Pattern SERIES =
            Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((\\\\.|[^\"\\\\])*)\"");
    private static final String RULES = "ops/prometheus/rules.yml";

    /** Put on every series by Prometheus itself, or its own. */
    private static final Set<String> PROMETHEUS = Set.of("up", "job", "instance");

    private static final WatchedSquare SQUARE = WatchedSquare.shared();
    private static Map<String, String> figures = Map.of();
    private static final Map<String, Set<String>> SAID = new HashMap<>();

    @BeforeAll
    static void scrapeAfterAWalk() {
        new Walk(SQUARE).go();
        figures = SQUARE.scrape();
        figures.values()
                .forEach(text ->
                        SERIES.matcher(text)
                                .results()
                                .forEach(series -> {
                                    var labels =
                                            SAID.computeIfAbsent(
                                                    series.group(1), _ -> new TreeSet<>());
                                    if (series.group(3) != null) {
                                        LABEL.matcher(series.group(3))
                                                .results()
                                                .forEach(label -> labels.add(label.group(1)));
                                    }
                                }));
    }

    @Test
    void everyServiceTellsItsFigures() {
        assertThat(figures).hasSize(6);
        figures.forEach((service, text) ->
                assertThat(text).as(service).contains("jvm_memory_used_bytes", "service=\""));
        assertThat(figures.get("notification"))
                .contains(
                        "foreningstorget_group_lag_seconds{group=\"tell-associations-that-a-lead-waits\"");
        assertThat(figures.get("register"))
                .contains("foreningstorget_unsent_oldest_seconds{", "topic=\"register.leads\"");
        assertThat(figures.get("gateway")).contains("uri=\"/api/register/**\"");
    }

    @Test
    void everyMetricAnAlarmNamesIsSaid() {
        var wrong = new ArrayList<String>();
        for (var rule : rules()) {
            wrong.addAll(unsaid(rule.get("alert"), String.valueOf(rule.get("expr"))));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMetricTheDashboardShowsIsSaid() {
        var wrong = new ArrayList<String>();
        var panels = dashboard().get("panels");
        for (var panel : panels) {
            for (var target : panel.path("targets")) {
                wrong.addAll(unsaid(panel.get("title"), target.get("expr").asString()));
            }
        }
        assertThat(panels.size()).isGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    @Test
    void alarmsAreWholeAndTheirPageTellsOfEach() {
        var page = OpsFiles.text("docs/operations.md");
        var names = new HashSet<String>();
        for (var rule : rules()) {
            var name = String.valueOf(rule.get("alert"));
            assertThat(rule.keySet())
                    .as(name)
                    .isSubsetOf("alert", "expr", "for", "labels", "annotations");
            assertThat(names.add(name)).as("%s is one alarm", name).isTrue();
            assertThat(labels(rule).get("severity")).as(name).isIn("page", "ticket");
            @SuppressWarnings("unchecked")
            var annotations = (Map<String, String>) rule.get("annotations");
            assertThat(annotations).as(name).containsOnlyKeys("summary", "action");
            assertThat(annotations.get("action")).as(name).isNotBlank().doesNotContain("\n");
            assertThat(page).contains("| " + name + " |");
        }
        assertThat(names).hasSizeGreaterThan(15);
    }

    @Test
    void theDashboardsPanelsHaveIdsOfTheirOwnAndDoNotOverlap() {
        var ids = new HashSet<Integer>();
        var cells = new HashSet<String>();
        for (var panel : dashboard().get("panels")) {
            assertThat(ids.add(panel.get("id").asInt())).isTrue();
            var at = panel.get("gridPos");
            for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
                assertThat(x).isLessThan(24);
                for (int y = 0; y < at.get("h").asInt(); y++) {
                    assertThat(cells.add(x + "," + (at.get("y").asInt() + y)))
                            .as("%s", panel.get("title"))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void noFigureNamesAPersonOrAKey() {
        figures.forEach((service, text) -> {
            for (var personal : Walk.PERSONAL) {
                assertThat(text).as(service).doesNotContain(personal);
            }
            assertThat(text)
                    .as(service)
                    .doesNotContain("watched-lead", "gatukoren", "bad-mail", "no-such-page", "@");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/prometheus",
                "/actuator/prometheus/",
                "/actuator;a=b/prometheus",
                "/%61ctuator/prometheus",
                "//actuator/prometheus",
                "/./actuator/prometheus",
                "/Actuator/prometheus",
                "/api/register/actuator/prometheus",
                "/api/register/../../actuator/prometheus",
                "/api/register/%2e%2e/%2e%2e/actuator/prometheus",
                "/api/web/actuator/prometheus",
                "/api/register/..;/..;/actuator/prometheus"
            })
    void noFigureIsShownThroughTheGateway(String path) {
        var reply = SQUARE.get(SQUARE.base() + path, null); // whole, or it would be tidied up
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.raw().body()).doesNotContain("jvm_memory");
    }

    private static List<String> unsaid(Object where, String expression) {
        var wrong = new ArrayList<String>();
        var asked = Expression.metrics(expression);
        assertThat(asked).as("%s", where).isNotEmpty();
        asked.forEach((metric, labels) -> {
            if (PROMETHEUS.contains(metric)) {
                return;
            }
            var said = SAID.get(metric);
            if (said == null) {
                wrong.add(where + ": nobody says " + metric);
                return;
            }
            for (var label : labels) {
                if (!said.contains(label) && !PROMETHEUS.contains(label)) {
                    wrong.add(where + ": " + metric + " has no label " + label);
                }
            }
        });
        return wrong;
    }

    private static JsonNode dashboard() {
        return JsonMapper.shared().readTree(OpsFiles.text("ops/grafana/square.json"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() {
        var all = new ArrayList<Map<String, Object>>();
        var file = OpsFiles.yaml(RULES).getFirst();
        assertThat(file).containsOnlyKeys("groups");
        for (var group : (List<Map<String, Object>>) file.get("groups")) {
            assertThat(group).containsOnlyKeys("name", "rules");
            all.addAll((List<Map<String, Object>>) group.get("rules"));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> labels(Map<String, Object> rule) {
        return (Map<String, String>) rule.get("labels");
    }
}
