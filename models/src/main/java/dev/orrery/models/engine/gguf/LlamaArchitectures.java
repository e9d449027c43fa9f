package dev.orrery.models.engine.gguf;

import java.util.Set;

/** The kinds of network that the llama.cpp of this version runs. It is older than some models; those are told before they are fetched. */
public final class LlamaArchitectures {
    private static final Set<String> KNOWN = Set.of(
            "arctic",
            "arwkv7",
            "baichuan",
            "bert",
            "bitnet",
            "bloom",
            "chameleon",
            "chatglm",
            "codeshell",
            "cohere2",
            "command-r",
            "dbrx",
            "deci",
            "deepseek",
            "deepseek2",
            "exaone",
            "falcon",
            "gemma",
            "gemma2",
            "gemma3",
            "gpt2",
            "gptneox",
            "granite",
            "granitemoe",
            "grok",
            "internlm2",
            "jais",
            "jina-bert-v2",
            "llama",
            "mamba",
            "minicpm",
            "minicpm3",
            "mpt",
            "nemotron",
            "nomic-bert",
            "olmo",
            "olmo2",
            "olmoe",
            "openelm",
            "orion",
            "phi2",
            "phi3",
            "phimoe",
            "plamo",
            "qwen",
            "qwen2",
            "qwen2moe",
            "qwen2vl",
            "refact",
            "rwkv6",
            "rwkv6qwen2",
            "rwkv7",
            "stablelm",
            "starcoder",
            "starcoder2",
            "t5",
            "t5encoder",
            "xverse");

    private LlamaArchitectures() {}

    /** @param architecture as a file's {@code general.architecture} says it; an empty one counts as known */
    public static boolean knows(String architecture) {
        return architecture.isEmpty() || KNOWN.contains(architecture);
    }
}
