package dev.orrery.models.ngram;

import dev.orrery.api.Document;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineContractTest;
import dev.orrery.models.engine.ModelSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class NgramEngineTest extends EngineContractTest {
    private static final String GREETER = """
            class Other {
                String greet(String name) {
                    return "Hello, " + name + suffix.toString().trim();
                }
            }
            """;

    @Override
    protected Engine engine() {
        NgramModel model = new NgramModel();
        model.learn(new Document("Other.java", 0, GREETER));
        return new NgramEngine(() -> model);
    }

    @Override
    protected ModelSource source() {
        return new ModelSource.BuiltIn("ngram");
    }

    @Override
    protected List<ModelSource> nonsense() {
        return List.of(
                new ModelSource.Files("x", Path.of("nowhere")),
                new ModelSource.Server(
                        "y", URI.create("http://127.0.0.1:1"), "y", new Capabilities(Set.of(), false, 1)));
    }
}
