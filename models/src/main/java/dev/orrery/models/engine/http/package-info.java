/**
 * Engines behind an address: {@link dev.orrery.models.engine.http.OpenAiEngine} for every server that speaks OpenAI's interface,
 * {@link dev.orrery.models.engine.http.AnthropicEngine} and {@link dev.orrery.models.engine.http.OllamaEngine}. What is
 * theirs is how a request is written and an answer read (a {@code Protocol}); time-outs, retries, the circuit breaker,
 * cancelling and limits of size are the same for all.
 *
 * <p>The calling thread waits, looks every few milliseconds whether it still shall, and closes the connection if not. A
 * request is repeated only while nothing of its answer was told. No redirect is followed. Anything but this machine is
 * reached by HTTPS only. Keys stand in no message, log or exception. Answers are hostile: lines, depth and length are bounded.
 */
@NullMarked
package dev.orrery.models.engine.http;

import org.jspecify.annotations.NullMarked;
