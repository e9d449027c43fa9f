package dev.orrery.models.engine.http;

import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The contract of engines, for every wire format. */
class HttpEnginesContractTest {
    private abstract static class OpenAi extends ServerContract {
        private final Dialect dialect;

        OpenAi(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        Dialect dialect() {
            return dialect;
        }

        @Override
        String path() {
            return "/v1";
        }

        @Override
        Capabilities capabilities() {
            return ALL;
        }

        @Override
        Engine engine(Accounts accounts) {
            return new OpenAiEngine(accounts, DIRECT, InstantSource.system(), new Random());
        }
    }

    @Nested
    class OpenAiItself extends OpenAi {
        OpenAiItself() {
            super(Dialect.OPENAI);
        }
    }

    @Nested
    class Compatible extends OpenAi {
        Compatible() {
            super(Dialect.COMPATIBLE);
        }
    }

    @Nested
    class Mistral extends OpenAi {
        Mistral() {
            super(Dialect.MISTRAL);
        }
    }

    @Nested
    class LlamaServer extends OpenAi {
        LlamaServer() {
            super(Dialect.LLAMA_SERVER);
        }
    }

    @Nested
    class Anthropic extends ServerContract {
        @Override
        String path() {
            return "";
        }

        @Override
        Capabilities capabilities() {
            return TEXT;
        }

        @Override
        Engine engine(Accounts accounts) {
            return new AnthropicEngine(accounts, DIRECT, InstantSource.system(), new Random());
        }
    }

    @Nested
    class Ollama extends ServerContract {
        @Override
        String path() {
            return "";
        }

        @Override
        Capabilities capabilities() {
            return ALL;
        }

        @Override
        Engine engine(Accounts accounts) {
            return new OllamaEngine(accounts, DIRECT, InstantSource.system(), new Random());
        }
    }
}
