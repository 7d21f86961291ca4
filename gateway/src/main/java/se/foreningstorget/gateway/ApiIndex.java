package se.foreningstorget.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of the services, gathered at the door for those who write programs. */
final class ApiIndex {
    private static final Logger log = LoggerFactory.getLogger(ApiIndex.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Timeout PATIENCE = Timeout.ofSeconds(3);

    private final GatewaySettings settings;
    private final Upstreams upstreams;
    private final ReentrantLock gathering = new ReentrantLock();
    private volatile @Nullable Kept kept;

    ApiIndex(GatewaySettings settings, Upstreams upstreams) {
        this.settings = settings;
        this.upstreams = upstreams;
    }

    private record Kept(ObjectNode document, long until) {
        boolean good() {
            return System.nanoTime() - until < 0;
        }
    }

    ServerResponse services() {
        var listed =
                settings.apis().keySet().stream()
                        .map(name -> Map.of("name", name, "openapi", documentOf(name)))
                        .toList();
        var index = new LinkedHashMap<String, Object>();
        index.put("services", listed);
        index.put("openapi", "/api/openapi.json");
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(index);
    }

    /** One OpenAPI document for all; gathered at most once in a while, by one request at a time. */
    ServerResponse document() {
        var now = kept;
        if (now == null || !now.good()) {
            gathering.lock();
            try {
                now = kept;
                if (now == null || !now.good()) {
                    now =
                            new Kept(
                                    gathered(),
                                    System.nanoTime() + settings.documentsKept().toNanos());
                    kept = now;
                }
            } finally {
                gathering.unlock();
            }
        }
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(now.document());
    }

    private ObjectNode gathered() {
        var names = List.copyOf(settings.apis().keySet());
        List<Callable<JsonNode>> asked = new ArrayList<>();
        settings.apis().forEach((name, base) -> asked.add(() -> fetched(name, base)));
        var merge = new OpenApiMerge();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(asked);
            for (int i = 0; i < names.size(); i++) {
                add(merge, names.get(i), answers.get(i));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.by(Fault.SERVICE_AWAY, "other", 1, interrupted);
        }
        return merge.document();
    }

    private static void add(OpenApiMerge merge, String name, Future<JsonNode> answer)
            throws InterruptedException {
        try {
            merge.add(name, answer.get());
        } catch (ExecutionException away) {
            log.warn("no OpenAPI document of {}: {}", name, String.valueOf(away.getCause()));
            merge.away(name);
        }
    }

    private JsonNode fetched(String name, URI base) throws IOException {
        var request = new BasicClassicHttpRequest("GET", documentOf(name));
        request.addHeader("Accept", "application/json");
        try (var answer = upstreams.send(base, request, PATIENCE)) {
            if (answer.getCode() != 200 || answer.getEntity() == null) {
                throw new IOException("status " + answer.getCode());
            }
            var document = JSON.readTree(answer.getEntity().getContent());
            if (!document.isObject()) {
                throw new IOException("not a JSON object");
            }
            return document;
        } catch (JacksonException malformed) {
            throw new IOException(malformed);
        }
    }

    private static String documentOf(String name) {
        return "/api/" + name + "/v1/openapi.json";
    }
}
