/**
 * Models in GGUF, run by llama.cpp in a child process of ours for each model, so that a crash of native code ends that process and nothing
 * else: the only home of llama.cpp's Java binding. Entry point: {@link dev.orrery.models.engine.gguf.GgufEngine}. Nothing is started until a
 * model is loaded. A file's header is checked by {@code dev.orrery.models.gguf} before llama.cpp sees it.
 *
 * <p>The child is {@link dev.orrery.models.engine.gguf.GgufWorker} on the same Java, with nothing on its class path but this module and the
 * binding, and an environment without the user's keys. It is asked over its standard input and answers over its standard output, in frames
 * (see {@code Frame}); what native code prints there by itself is skipped. When its standard input ends, because this process ended however
 * it may, it ends too. It is killed where it does not stop within moments of a cancellation, and started again by the next request.
 *
 * <p>Memory. On Linux the child may not map more than the files, the cache and fixed room for the computation ({@code ulimit -v}), it
 * writes no core file, and the kernel is told to end it before others when memory is short ({@code oom_score_adj}). On macOS and Windows only
 * the Java heap of the child is limited; what the model takes there is what the prediction before loading says.
 */
@NullMarked
package dev.orrery.models.engine.gguf;

import org.jspecify.annotations.NullMarked;
