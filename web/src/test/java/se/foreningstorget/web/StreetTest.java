package se.foreningstorget.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The pages are a client of the API and nothing else. */
class StreetTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("se.foreningstorget.web");

    @Test
    void thePagesKnowNoDomainClassAndNoStore() {
        assertThat(CLASSES).hasSizeGreaterThan(80);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "se.foreningstorget.contracts..",
                        "se.foreningstorget.eventkit..",
                        "se.foreningstorget.searchkit..",
                        "com.mongodb..",
                        "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void whatIsSharedDoesNotKnowTheAreas() {
        noClasses()
                .that()
                .resideInAnyPackage("..web.api", "..web.shell")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..web.home..",
                        "..web.register..",
                        "..web.leads..",
                        "..web.volunteers..",
                        "..web.mine..",
                        "..web.calendar..",
                        "..web.premises..",
                        "..web.newsletter..",
                        "..web.about..")
                .check(CLASSES);
    }
}
