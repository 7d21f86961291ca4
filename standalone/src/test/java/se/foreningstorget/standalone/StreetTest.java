package se.foreningstorget.standalone;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may know whom on the street. */
class StreetTest {
    private static final String ROOT = "se.foreningstorget.";
    private static final Set<String> SERVICES =
            Set.of("register", "calendar", "venue", "notification");
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("se.foreningstorget");

    @Test
    void thereIsEnoughToJudge() {
        for (var house :
                List.of(
                        "contracts",
                        "eventkit",
                        "operations",
                        "searchkit",
                        "embedded",
                        "register",
                        "calendar",
                        "venue",
                        "notification",
                        "gateway",
                        "web",
                        "standalone")) {
            assertThat(in(house)).as(house).hasSizeGreaterThan(10);
        }
        assertThat(ALL).hasSizeGreaterThan(300);
    }

    @Test
    void servicesNeverSeeEachOther() {
        for (var service : SERVICES) {
            var others =
                    SERVICES.stream()
                            .filter(it -> !it.equals(service))
                            .map(it -> ROOT + it + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(ALL);
        }
    }

    @Test
    void theSharedHousesKnowNoService() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        of("contracts", "eventkit", "operations", "searchkit", "embedded"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        of(
                                "register",
                                "calendar",
                                "venue",
                                "notification",
                                "gateway",
                                "web",
                                "standalone"))
                .check(ALL);
    }

    @Test
    void contractsKnowNothingButThemselves() {
        classes()
                .that()
                .resideInAPackage(ROOT + "contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        ROOT + "contracts..")
                .check(ALL);
    }

    @Test
    void gatewayAndWebKnowNoDomainAndNoStore() {
        noClasses()
                .that()
                .resideInAnyPackage(of("gateway", "web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "contracts..",
                        ROOT + "eventkit..",
                        ROOT + "operations..",
                        ROOT + "searchkit..",
                        ROOT + "register..",
                        ROOT + "calendar..",
                        ROOT + "venue..",
                        ROOT + "notification..",
                        "com.mongodb..",
                        "org.apache.kafka..")
                .check(ALL);
    }

    @Test
    void searchKnowsNeitherBrokerNorStore() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "searchkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "com.mongodb..", "org.springframework..")
                .check(ALL);
    }

    @Test
    void onlyStandaloneSeesTheEmbeddedParts() {
        noClasses()
                .that()
                .resideOutsideOfPackages(of("standalone", "embedded", "testkit"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "embedded..")
                .check(ALL);
    }

    @Test
    void timeComesInThroughTheInjectedClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        of("contracts", "register", "calendar", "venue", "notification"))
                .should()
                .callMethodWhere(
                        target(owner(isOneOf(Instant.class, LocalDate.class, LocalDateTime.class)))
                                .and(target(name("now"))))
                .check(ALL);
    }

    @Test
    void nothingIsPublishedPastTheRelay() {
        noClasses()
                .that()
                .resideInAnyPackage(of("register", "calendar", "venue", "notification"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.cloud.stream.function.StreamBridge")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .check(ALL);
    }

    @Test
    void namesTellWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Handler|Facade)")
                .check(ALL);
    }

    private static Set<JavaClass> in(String house) {
        return ALL.stream()
                .filter(it -> it.getPackageName().startsWith(ROOT + house))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String[] of(String... houses) {
        return java.util.Arrays.stream(houses).map(it -> ROOT + it + "..").toArray(String[]::new);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> isOneOf(
            Class<?>... types) {
        var names = java.util.Arrays.stream(types).map(Class::getName).toList();
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                names.toString(), it -> names.contains(it.getName()));
    }
}
