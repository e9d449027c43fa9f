/**
 * Models in TorchScript, run by PyTorch through DJL, in this process: the only home of DJL. Entry point:
 * {@link dev.orrery.models.engine.djl.DjlEngine}. libtorch is unpacked into the application's cache folder and loaded when the first model
 * is, never before; nothing is downloaded. All work of PyTorch is done on one thread of the engine, because its settings belong to threads.
 *
 * <p><b>A model is a folder</b> with {@code model.json}, the TorchScript file that it names and, for text, a tokenizer's file (see
 * {@code dev.orrery.models.tokens}). {@code model.json}, format 1:
 *
 * <pre>
 * {"format": 1,
 *  "kind": "decoder",              or "embedding"
 *  "file": "model.pt",             names in the same folder, never paths
 *  "tokenizer": "tokenizer.json",
 *  "context": 512,                 tokens, prompt and answer together
 *  "layers": 3, "heads": 4, "headSize": 32,     the shape of the cache, for a decoder
 *  "end": "&lt;|end|&gt;",                the mark that ends a text
 *  "infill": {"prefix": "&lt;|prefix|&gt;", "suffix": "&lt;|suffix|&gt;", "middle": "&lt;|middle|&gt;", "order": "spm"},   or "psm"; may be missing
 *  "tasks": ["COMPLETION"],        names of ModelTask
 *  "dimensions": 64}               of the vectors, for an embedding
 * </pre>
 *
 * <p>A <b>decoder</b>'s {@code forward} takes token numbers, int64 {@code [1, T]} with T ≥ 1, and the cache of the P tokens before them,
 * float32 {@code [layers, 2, heads, P, headSize]} (keys, then values; P may be 0). It gives a tuple of the logits behind the last token,
 * float32 {@code [1, V]}, V being the tokenizer's size, and the cache of all P + T tokens. Rotary positions are counted from the cache's
 * length. Forgetting tokens is slicing the cache. An <b>embedding</b>'s {@code forward} takes int64 {@code [1, T]} and gives float32
 * {@code [1, dimensions]}.
 *
 * <p><b>What a file may contain.</b> A TorchScript file is a zip of tensors, of code in TorchScript's own language and of data in pickle's
 * form. libtorch reads that data with an unpickler that makes tensors, numbers, texts, lists and TorchScript objects and calls no Python,
 * so opening one runs nothing; a Python checkpoint, where opening could, is refused. But the code runs when the model is asked:
 * TorchScript can compute for ever and take memory without bound, in this process, and its operator {@code from_file} can map a file. Code that
 * names that operator is refused, and so is all else that does not look like what {@code torch.jit.save} writes. A model from a stranger is
 * as trustworthy as the stranger: prefer GGUF, which has no code.
 */
@NullMarked
package dev.orrery.models.engine.djl;

import org.jspecify.annotations.NullMarked;
