package dev.orrery.models.engine.http;

import java.net.URI;
import java.util.Locale;

/** How a server that speaks OpenAI's interface differs from the others. */
public enum Dialect {
    /** OpenAI itself: completions are asked for in a chat. */
    OPENAI,
    /** {@code /completions} with {@code suffix}, as DeepSeek, TabbyAPI and Ollama's {@code /v1} take it; without infill without it. */
    COMPATIBLE,
    /** Mistral: {@code /fim/completions}; fields that it does not know are refused. */
    MISTRAL,
    /** llama.cpp's server: {@code /infill} beside the interface of OpenAI. */
    LLAMA_SERVER;

    /** What a server at that address speaks, if nobody says. */
    public static Dialect usual(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("api.openai.com")) {
            return OPENAI;
        }
        return host.endsWith(".mistral.ai") ? MISTRAL : COMPATIBLE;
    }
}
