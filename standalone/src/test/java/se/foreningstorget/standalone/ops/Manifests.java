package se.foreningstorget.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The manifests, read into Kubernetes' own types without forgiving anything. */
final class Manifests {
    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Map.of(
                    "v1/ConfigMap", ConfigMap.class,
                    "v1/Service", Service.class,
                    "v1/Namespace", Namespace.class,
                    "apps/v1/Deployment", Deployment.class,
                    "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
                    "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
                    "networking.k8s.io/v1/Ingress", Ingress.class,
                    "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);

    /** The types keep fields they do not know; here each is an error. */
    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .setAnnotationIntrospector(
                            new JacksonAnnotationIntrospector() {
                                @Override
                                public Boolean hasAnySetter(Annotated annotated) {
                                    return false;
                                }

                                @Override
                                public Boolean hasAnyGetter(Annotated annotated) {
                                    return false;
                                }
                            });

    private Manifests() {}

    static String id(HasMetadata resource) {
        return resource.getKind() + "/" + resource.getMetadata().getName();
    }

    static List<HasMetadata> resources(String folder) {
        var all = new ArrayList<HasMetadata>();
        for (var file : listed(folder, "resources")) {
            if (file.endsWith(".yaml")) {
                OpsFiles.yaml(folder + file).forEach(document -> all.add(read(document)));
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    static List<String> listed(String folder, String what) {
        return (List<String>) OpsFiles.yaml(folder + "kustomization.yaml").getFirst().get(what);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    static HasMetadata read(Map<String, Object> document) {
        var kind = KINDS.get(document.get("apiVersion") + "/" + document.get("kind"));
        assertThat(kind).as("%s", document.get("kind")).isNotNull();
        return STRICT.convertValue(document, kind);
    }
}
