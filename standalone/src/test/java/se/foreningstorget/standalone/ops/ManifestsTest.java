package se.foreningstorget.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manifests are what Kubernetes' own types take, field by field, and fit together. */
class ManifestsTest {
    private static final String BASE = "ops/kubernetes/base/";
    private static final String EXAMPLE = "ops/kubernetes/overlays/example/";
    private static final Set<String> SERVICES =
            Set.of(
                    "register-service",
                    "calendar-service",
                    "venue-service",
                    "notification-service",
                    "web",
                    "gateway");

    private final List<HasMetadata> base = Manifests.resources(BASE);

    @Test
    void aFieldThatKubernetesDoesNotKnowFails() {
        var document = OpsFiles.yaml(BASE + "venue-service.yaml").getFirst();
        @SuppressWarnings("unchecked")
        var spec = (Map<String, Object>) document.get("spec");
        spec.put("replica", 2);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Manifests.read(document)))
                .hasMessageContaining("replica");
    }

    @Test
    void everyFileIsListedAndEveryListedFileIsThere() throws Exception {
        for (var folder : List.of(BASE, EXAMPLE)) {
            var listed = new ArrayList<>(Manifests.listed(folder, "resources"));
            listed.addAll(
                    Manifests.maps(
                                    OpsFiles.yaml(folder + "kustomization.yaml")
                                            .getFirst()
                                            .get("patches"))
                            .stream()
                            .map(patch -> String.valueOf(patch.get("path")))
                            .toList());
            listed.add("kustomization.yaml");
            try (var files = Files.list(OpsFiles.ROOT.resolve(folder))) {
                assertThat(
                                files.map(Path::getFileName)
                                        .map(Path::toString)
                                        .filter(name -> name.endsWith(".yaml")))
                        .containsExactlyInAnyOrderElementsOf(
                                listed.stream().filter(name -> name.endsWith(".yaml")).toList());
            }
        }
    }

    @Test
    void theExampleParsesAndPatchesWhatIsThere() {
        assertThat(Manifests.resources(EXAMPLE)).hasSizeGreaterThan(3);
        var there = base.stream().map(Manifests::id).collect(Collectors.toSet());
        for (var patch :
                Manifests.maps(
                        OpsFiles.yaml(EXAMPLE + "kustomization.yaml").getFirst().get("patches"))) {
            for (var document : OpsFiles.yaml(EXAMPLE + patch.get("path"))) {
                assertThat(there).contains(Manifests.id(Manifests.read(document)));
            }
        }
        var images =
                Manifests.maps(
                                OpsFiles.yaml(EXAMPLE + "kustomization.yaml")
                                        .getFirst()
                                        .get("images"))
                        .stream()
                        .map(image -> image.get("name"))
                        .toList();
        assertThat(images)
                .containsExactlyInAnyOrderElementsOf(
                        SERVICES.stream()
                                .map(name -> (Object) ("foreningstorget/" + name))
                                .toList());
    }

    @Test
    void everyServiceRunsTwiceAndIsReached() {
        assertThat(names(Deployment.class)).isEqualTo(SERVICES);
        assertThat(names(Service.class)).isEqualTo(SERVICES);
        assertThat(names(PodDisruptionBudget.class)).isEqualTo(SERVICES);
        var pods = new HashMap<String, Map<String, String>>();
        for (var deployment : all(Deployment.class)) {
            var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
            pods.put(deployment.getMetadata().getName(), labels);
            assertThat(labels)
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
            assertThat(deployment.getSpec().getReplicas()).isGreaterThan(1);
        }
        for (var service : all(Service.class)) {
            var name = service.getMetadata().getName();
            assertThat(pods.get(name)).containsAllEntriesOf(service.getSpec().getSelector());
            var ports = container(name).getPorts().stream().map(port -> port.getName()).toList();
            for (var port : service.getSpec().getPorts()) {
                assertThat(ports).contains(port.getTargetPort().getStrVal());
            }
        }
        for (var budget : all(PodDisruptionBudget.class)) {
            assertThat(pods.get(budget.getMetadata().getName()))
                    .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
        }
    }

    @Test
    void noPodCanDoMoreThanItMust() {
        for (var deployment : all(Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.getTopologySpreadConstraints()).hasSize(2);
            var volumes = pod.getVolumes().stream().map(volume -> volume.getName()).toList();
            for (var container : pod.getContainers()) {
                var allowed = container.getSecurityContext();
                assertThat(allowed.getAllowPrivilegeEscalation()).isFalse();
                assertThat(allowed.getReadOnlyRootFilesystem()).isTrue();
                assertThat(allowed.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(allowed.getCapabilities().getAdd()).isEmpty();
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).containsKey("memory");
                container
                        .getVolumeMounts()
                        .forEach(it -> assertThat(volumes).contains(it.getName()));
            }
        }
    }

    @Test
    void podsAreAskedWhetherTheyLiveAndAreReadyAndStopInPeace() {
        for (var name : SERVICES) {
            var container = container(name);
            assertProbe(container.getStartupProbe(), "/actuator/health/liveness");
            assertProbe(container.getLivenessProbe(), "/actuator/health/liveness");
            assertProbe(container.getReadinessProbe(), "/actuator/health/readiness");
            var pause = container.getLifecycle().getPreStop().getExec().getCommand();
            assertThat(pause.getFirst()).isEqualTo("sleep");
            var drain = settings().get("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE");
            long needed =
                    Long.parseLong(pause.getLast())
                            + Long.parseLong(drain.substring(0, drain.length() - 1));
            assertThat(
                            deployment(name)
                                    .getSpec()
                                    .getTemplate()
                                    .getSpec()
                                    .getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(needed + 15);
        }
    }

    @Test
    void everySettingAndSecretThatIsReferredToIsMade() {
        var made = new java.util.HashSet<>(names(ConfigMap.class));
        var example = OpsFiles.yaml(EXAMPLE + "kustomization.yaml").getFirst();
        Manifests.maps(example.get("configMapGenerator"))
                .forEach(it -> made.add(String.valueOf(it.get("name"))));
        var secrets = new HashMap<String, List<String>>();
        for (var secret : Manifests.maps(example.get("secretGenerator"))) {
            @SuppressWarnings("unchecked")
            var literals = (List<String>) secret.get("literals");
            secrets.put(
                    String.valueOf(secret.get("name")),
                    literals.stream().map(it -> it.substring(0, it.indexOf('='))).toList());
        }
        for (var name : SERVICES) {
            for (var from : container(name).getEnvFrom()) {
                assertThat(made).contains(from.getConfigMapRef().getName());
            }
            for (var variable : container(name).getEnv()) {
                if (variable.getValueFrom() != null) {
                    var ref = variable.getValueFrom().getSecretKeyRef();
                    assertThat(secrets.get(ref.getName())).contains(ref.getKey());
                }
            }
            for (var volume : deployment(name).getSpec().getTemplate().getSpec().getVolumes()) {
                if (volume.getConfigMap() != null) {
                    assertThat(made).contains(volume.getConfigMap().getName());
                }
            }
        }
        assertThat(settings().keySet())
                .noneMatch(key -> key.contains("PEPPER") || key.contains("MONGODB"));
    }

    @Test
    void onlyTheGatewayIsOpenToTheOutside() {
        var open =
                all(NetworkPolicy.class).stream()
                        .filter(policy ->
                                policy.getSpec().getIngress().stream()
                                        .anyMatch(rule -> rule.getFrom().isEmpty()))
                        .toList();
        assertThat(open)
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                            .isEqualTo(Map.of("app.kubernetes.io/name", "gateway"));
                    assertThat(policy.getSpec().getIngress().getFirst().getPorts())
                            .singleElement()
                            .satisfies(port ->
                                    assertThat(port.getPort().getStrVal()).isEqualTo("http"));
                });
        assertThat(all(NetworkPolicy.class))
                .anySatisfy(policy -> {
                    assertThat(policy.getSpec().getPolicyTypes())
                            .containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(policy.getSpec().getIngress()).isEmpty();
                    assertThat(policy.getSpec().getEgress()).isEmpty();
                });
        for (var service : all(Service.class)) {
            assertThat(service.getSpec().getType()).isNull();
        }
        var behind =
                all(Ingress.class).stream()
                        .flatMap(ingress -> ingress.getSpec().getRules().stream())
                        .flatMap(rule -> rule.getHttp().getPaths().stream())
                        .map(path -> path.getBackend().getService().getName());
        assertThat(behind).allMatch("gateway"::equals);
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
    }

    private Map<String, String> settings() {
        return all(ConfigMap.class).getFirst().getData();
    }

    private Deployment deployment(String name) {
        return all(Deployment.class).stream()
                .filter(it -> it.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Container container(String name) {
        return deployment(name).getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    private <T extends HasMetadata> List<T> all(Class<T> kind) {
        return base.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Set<String> names(Class<? extends HasMetadata> kind) {
        return all(kind).stream().map(it -> it.getMetadata().getName()).collect(Collectors.toSet());
    }
}
