package dev.orrery.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import dev.orrery.api.UserMessage;
import dev.orrery.app.control.TestWindow;
import dev.orrery.models.Consent;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.pool.PooledModel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ConsentSheetTest {
    private static final String BODY = "{\"messages\":[{\"role\":\"user\",\"content\":\"Grüße, 😀\"}]}";

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private ConsentSheet sheet;
    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.of(() -> {
            sheet = new ConsentSheet(TestWindow.context(), TestWindow.threads());
            return new StackPane(sheet);
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void everyByteAndItsAddressIsShownAndNoIsWhereTheFocusIs() {
        CompletableFuture<Consent.Answer> said = ask(Risk.AUTOMATIC, "/work");
        TextArea bytes = window.find("#consent-bytes");
        String text = TestWindow.onFx(bytes::getText);
        assertTrue(text.startsWith("POST https://api.example/v1/chat\n"), text);
        assertTrue(text.contains("Authorization: ••••") && text.endsWith("\n\n" + BODY), text);
        Button no = window.find("#consent-no");
        assertTrue(TestWindow.onFx(no::isFocused), "a careless Enter sends nothing");
        window.press("#consent-no");
        assertEquals(Consent.Answer.NO, said.join());
        TestWindow.until("it is gone", () -> !sheet.isVisible());
    }

    @Test
    void onceIsOnceAndAlwaysIsOnlyOfferedWhereItCanBe() {
        CompletableFuture<Consent.Answer> once = ask(Risk.AUTOMATIC, "/work");
        window.press("#consent-once");
        assertEquals(Consent.Answer.YES_ONCE, once.join());
        TestWindow.until("it is gone", () -> !sheet.isVisible());
        CompletableFuture<Consent.Answer> always = ask(Risk.AUTOMATIC, "/work");
        window.press("#consent-always");
        assertEquals(Consent.Answer.YES_FOR_WORKSPACE, always.join());
        TestWindow.until("it is gone", () -> !sheet.isVisible());
        CompletableFuture<Consent.Answer> each = ask(Risk.ASK_FIRST, "/work");
        window.find("#consent-no");
        assertFalse(window.has("#consent-always"), "a request that asks first asks each time");
        window.press("#consent-no");
        assertEquals(Consent.Answer.NO, each.join());
    }

    @Test
    void aRequestThatIsGivenUpTakesItsQuestionWithIt() {
        CompletableFuture<Consent.Answer> said = ask(Risk.AUTOMATIC, "");
        window.find("#consent-no");
        assertFalse(window.has("#consent-always"), "there is no workspace that it could hold for");
        cancelled.set(true);
        assertEquals(Consent.Answer.NO, said.join());
        TestWindow.until("it is gone", () -> !sheet.isVisible());
    }

    @Test
    void withoutAWindowTheAnswerIsNo() {
        ConsentSheet nowhere = TestWindow.onFx(() -> new ConsentSheet(TestWindow.context(), TestWindow.threads()));
        assertEquals(Consent.Answer.NO, nowhere.ask(question(Risk.AUTOMATIC, "/work"), () -> false));
    }

    private CompletableFuture<Consent.Answer> ask(Risk risk, String workspace) {
        return CompletableFuture.supplyAsync(() -> sheet.ask(question(risk, workspace), cancelled::get));
    }

    private static Consent.Question question(Risk risk, String workspace) {
        PooledModel model = new PooledModel(
                "openai/echo",
                "Echo",
                "openai",
                PooledModel.Place.ELSEWHERE,
                PooledModel.State.REMOTE,
                new Capabilities(Set.of(ModelTask.CHAT), false, 4096),
                new Health(true, UserMessage.of("models.engine.ready")),
                0,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        WireRequest wire = new WireRequest(
                URI.create("https://api.example/v1/chat"),
                Map.of("Authorization", "••••"),
                BODY.getBytes(StandardCharsets.UTF_8));
        return new Consent.Question(ModelTask.CHAT, workspace, risk, model, Optional.of(wire), 1200, List.of());
    }
}
