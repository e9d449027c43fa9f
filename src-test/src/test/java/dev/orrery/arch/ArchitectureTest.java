package dev.orrery.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    private static JavaClasses orrery = new ClassFileImporter().importClasses();

    @BeforeAll
    static void readTheProduct() {
        orrery = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.orrery");
    }

    @ParameterizedTest(name = "{0} lives only in {1}")
    @CsvSource({
        "io.github.treesitter.., dev.orrery.indexer.parse..",
        "org.apache.lucene.., dev.orrery.indexer.text..;dev.orrery.indexer.semantic..",
        "org.eclipse.jgit.., dev.orrery.indexer.history..",
        "io.methvin.., dev.orrery.indexer.watch..",
        "org.lwjgl.., dev.orrery.render3d.gl..",
        "org.fxyz3d.., dev.orrery.render3d.view..",
        "atlantafx.., dev.orrery.app.shell..",
        "picocli.., dev.orrery.app.cli..;dev.orrery.app.open..;dev.orrery.app",
        "ai.djl.., dev.orrery.models.engine.djl..",
        "de.kherud.., dev.orrery.models.engine.gguf..",
        "java.sql.., dev.orrery.models.ledger..",
        "java.net.http.., dev.orrery.models.engine.http..;dev.orrery.models.hub..",
        "org.eclipse.lsp4j.., dev.orrery.app.lsp..",
        "com.fasterxml.jackson.., dev.orrery.app..;dev.orrery.models.."
    })
    void aLibraryHasOneHome(String library, String homes) {
        noClasses()
                .that(not(resideInAnyPackage(homes.split(";"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .because("a library that one package hides can be replaced, tested and secured in one place")
                .check(orrery);
    }

    @Test
    void javaFxStaysInTheWindowAndTheMap() {
        noClasses()
                .that(not(resideInAnyPackage("dev.orrery.app..", "dev.orrery.render3d.view..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the core also runs without a window: command line, language server, tests")
                .check(orrery);
    }

    @Test
    void theCommandLineStartsWithoutJavaFx() {
        noClasses()
                .that()
                .resideInAPackage("dev.orrery.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .allowEmptyShould(true)
                .because("loading a toolkit would cost every script its start-up time")
                .check(orrery);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .because("a view model is tested without a toolkit")
                .check(orrery);
    }

    @Test
    void theVocabularyDependsOnJSpecifyAlone() {
        classes()
                .that()
                .resideInAPackage("dev.orrery.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.orrery.api..", "java..", "org.jspecify..")
                .because("plugins see nothing but this package")
                .check(orrery);
    }

    @ParameterizedTest(name = "{0} does not know its siblings")
    @CsvSource({
        "dev.orrery.indexer.., dev.orrery.models..;dev.orrery.render3d..;dev.orrery.plugins..;dev.orrery.app..",
        "dev.orrery.models.., dev.orrery.indexer..;dev.orrery.render3d..;dev.orrery.plugins..;dev.orrery.app..",
        "dev.orrery.render3d.., dev.orrery.indexer..;dev.orrery.models..;dev.orrery.plugins..;dev.orrery.app..",
        "dev.orrery.plugins.., dev.orrery.indexer..;dev.orrery.models..;dev.orrery.render3d..;dev.orrery.app..",
        "dev.orrery.base.., dev.orrery.indexer..;dev.orrery.models..;dev.orrery.render3d..;dev.orrery.app.."
    })
    void siblingsMeetOnlyInTheApp(String module, String siblings) {
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(siblings.split(";"))
                .allowEmptyShould(true)
                .because("the app joins the modules through ports of the api")
                .check(orrery);
    }

    @Test
    void partsOfTheIndexDoNotKnowTheFacade() {
        noClasses()
                .that(resideInAPackage("dev.orrery.indexer.*.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.orrery.indexer"))
                .allowEmptyShould(true)
                .because("the facade joins the parts, not the other way round")
                .check(orrery);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.orrery.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is two packages that are really one")
                .check(orrery);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(not(resideInAnyPackage("dev.orrery.app.cli..", "dev.orrery.app.lsp..", "dev.orrery.app.mcp..")))
                .should()
                .accessField(System.class, "out")
                .because("standard output is the command line's contract, others use the log or the window")
                .check(orrery);
    }

    @Test
    void threadsAreMadeByExecutorsAndBuilders() {
        noClasses()
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callConstructor(Thread.class, String.class)
                .because("an unnamed, unowned thread cannot be found or ended")
                .check(orrery);
    }

    @Test
    void noOldToolkits() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .because("a second toolkit doubles start-up and memory")
                .check(orrery);
    }

    @Test
    void jSpecifyIsTheOnlyNullness() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("(?!org\\.jspecify\\.).*\\.(Nullable|NonNull|NotNull|Nonnull|CheckForNull)")
                .because("two vocabularies of nullness disagree sooner or later")
                .check(orrery);
    }
}
