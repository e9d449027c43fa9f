#!/usr/bin/python3
"""Trains the small code model that the tests load, on Orrery's own Java sources. README.md says how to call it."""

import argparse
import json
import math
import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import torch

from network import Decoder, Embedder
from pieces import learn

VOCABULARY, WIDTH, LAYERS, HEADS, HIDDEN = 1024, 96, 3, 3, 256
CONTEXT, TRAINED, BATCH, DIMENSIONS = 512, 160, 8, 64
MARKS = ["<|end|>", "<|prefix|>", "<|suffix|>", "<|middle|>"]
HERE = Path(__file__).resolve().parent


def sources():
    root = HERE.parent.parent
    names = subprocess.run(["git", "-C", str(root), "ls-files", "*/src/main/java/*.java"], check=True, capture_output=True, text=True)
    return [(root / name).read_bytes() for name in sorted(names.stdout.split()) if (root / name).exists()]


def sample(texts, tokenizer, dice):
    """One stretch of code; half of them with a gap, told as suffix, prefix, middle (Bavarian et al. 2022)."""
    text = dice.choice(texts)
    start = text.rfind(b"\n", 0, dice.randrange(max(1, len(text) - TRAINED))) + 1
    part = text[start:start + 4 * TRAINED]
    mark = tokenizer.marks
    if dice.random() < 0.5 or len(part) < 64:
        ids = tokenizer.encode(part)
        if start + len(part) == len(text):
            ids.append(mark["<|end|>"])
    else:
        part = part[:3 * TRAINED]
        left = dice.randrange(len(part) * 2 // 3)
        line = part.find(b"\n", left)
        right = line if line > left and dice.random() < 0.7 else min(len(part), left + dice.randrange(8, 200))
        ids = ([mark["<|suffix|>"]] + tokenizer.encode(part[right:]) + [mark["<|prefix|>"]]
               + tokenizer.encode(part[:left]) + [mark["<|middle|>"]] + tokenizer.encode(part[left:right])
               + [mark["<|end|>"]])
    ids = ids[:TRAINED + 1]
    return ids + [-1] * (TRAINED + 1 - len(ids))


def batch(texts, tokenizer, dice):
    rows = torch.tensor([sample(texts, tokenizer, dice) for _ in range(BATCH)])
    return rows[:, :-1].clamp(min=0), rows[:, 1:]


def loss(model, ids, targets):
    x, _ = model.hidden(ids, torch.zeros(LAYERS, 2, BATCH * HEADS, 0, WIDTH // HEADS))
    wanted = targets.reshape(-1)
    kept = wanted >= 0
    return torch.nn.functional.cross_entropy(model.logits(x.reshape(-1, WIDTH)[kept]), wanted[kept])


def held_out_loss(model, held, tokenizer, seed):
    dice = random.Random(seed)
    with torch.no_grad():
        return sum(loss(model, *batch(held, tokenizer, dice)).item() for _ in range(4)) / 4


def train(model, texts, held, tokenizer, seed, steps):
    dice = random.Random(seed)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1, betas=(0.9, 0.95), weight_decay=0.05)
    began = time.time()
    for step in range(steps + 1):
        rate = 3e-3 * min(1, (step + 1) / 50) * (0.05 + 0.95 * (1 + math.cos(math.pi * step / steps)) / 2)
        for group in optimiser.param_groups:
            group["lr"] = rate
        value = loss(model, *batch(texts, tokenizer, dice))
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if step % 100 == 0 or step == steps:
            print(f"step {step:5d}  loss {value.item():.3f}  held out {held_out_loss(model, held, tokenizer, seed):.3f}"
                  f"  {time.time() - began:.0f} s", flush=True)


def write(folder, network, description, tokenizer):
    folder.mkdir(parents=True, exist_ok=True)
    network.save(str(folder / "model.pt"))
    tokenizer.save(folder / "tokenizer.json")
    common = {"format": 1, "file": "model.pt", "tokenizer": "tokenizer.json", "context": CONTEXT, "end": "<|end|>"}
    (folder / "model.json").write_text(json.dumps({**common, **description}, indent=2) + "\n")


def export_decoder(model, folder, tokenizer):
    torch.backends.quantized.engine = "qnnpack"
    small = torch.quantization.quantize_dynamic(model.eval(), {torch.nn.Linear}, dtype=torch.qint8)
    write(folder, torch.jit.script(small), {
        "kind": "decoder", "layers": LAYERS, "heads": HEADS, "headSize": WIDTH // HEADS, "tasks": ["COMPLETION"],
        "infill": {"prefix": "<|prefix|>", "suffix": "<|suffix|>", "middle": "<|middle|>", "order": "spm"}}, tokenizer)


def export_embedder(model, texts, folder, tokenizer):
    counts = Counter(token for text in texts for token in tokenizer.encode(text))
    total = sum(counts.values())
    weights = torch.tensor([1e-3 / (1e-3 + counts[token] / total) for token in range(tokenizer.size)])
    table = model.embedding.weight.detach()
    centred = table - table.mean(0)
    _, _, directions = torch.linalg.svd(centred, full_matrices=False)
    write(folder, torch.jit.script(Embedder(centred @ directions[:DIMENSIONS].t(), weights)),
          {"kind": "embedding", "dimensions": DIMENSIONS}, tokenizer)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/test/resources/dev/orrery/models")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--threads", type=int, default=1)
    wanted = parser.parse_args()
    torch.manual_seed(wanted.seed)
    torch.set_num_threads(wanted.threads)
    texts = sources()
    held, texts = texts[::20], [text for i, text in enumerate(texts) if i % 20]
    began = time.time()
    tokenizer = learn(texts, VOCABULARY, MARKS)
    print(f"{sum(map(len, texts))} bytes, {tokenizer.size} tokens, learned in {time.time() - began:.0f} s")
    model = Decoder(tokenizer.size, WIDTH, LAYERS, HEADS, HIDDEN)
    print(f"{sum(p.numel() for p in model.parameters())} parameters")
    train(model, texts, held, tokenizer, wanted.seed, wanted.steps)
    export_decoder(model, wanted.out / "tiny-code", tokenizer)
    export_embedder(model, texts, wanted.out / "tiny-embedding", tokenizer)
    text = held[0][:2000].decode(errors="ignore")
    (wanted.out / "tiny-code" / "sample.json").write_text(
        json.dumps({"text": text, "tokens": tokenizer.encode(text.encode())}) + "\n")


if __name__ == "__main__":
    main()
