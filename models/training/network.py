"""A small Llama-shaped decoder: RMS norm, rotary positions, SwiGLU, no biases (Touvron et al. 2023). Scripted with its cache going in and out."""

from typing import Tuple

import torch
from torch import Tensor, nn


class Norm(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * self.weight


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, hidden: int):
        super().__init__()
        self.heads = heads
        self.before = Norm(width)
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.between = Norm(width)
        self.gate = nn.Linear(width, hidden, bias=False)
        self.up = nn.Linear(width, hidden, bias=False)
        self.down = nn.Linear(hidden, width, bias=False)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), self.heads, -1).transpose(1, 2)

    def _turn(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        left, right = x.chunk(2, -1)
        return torch.cat([left * cos - right * sin, right * cos + left * sin], -1)

    def forward(self, x: Tensor, keys: Tensor, values: Tensor, cos: Tensor, sin: Tensor,
                hidden_from: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
        y = self.before(x)
        k = torch.cat([keys, self._turn(self._split(self.key(y)), cos, sin)], 2)
        v = torch.cat([values, self._split(self.value(y))], 2)
        q = self._turn(self._split(self.query(y)), cos, sin)
        scores = torch.matmul(q, k.transpose(2, 3)) * (q.size(3) ** -0.5)
        seen = torch.matmul(torch.softmax(scores.masked_fill(hidden_from, float("-inf")), -1), v)
        x = x + self.out(seen.transpose(1, 2).reshape(x.size(0), x.size(1), -1))
        y = self.between(x)
        return x + self.down(torch.nn.functional.silu(self.gate(y)) * self.up(y)), k, v


class Decoder(nn.Module):
    def __init__(self, vocabulary: int, width: int, layers: int, heads: int, hidden: int):
        super().__init__()
        self.heads = heads
        self.head_size = width // heads
        self.embedding = nn.Embedding(vocabulary, width)
        self.layers = nn.ModuleList([Layer(width, heads, hidden) for _ in range(layers)])
        self.after = Norm(width)
        self.logits = nn.Linear(width, vocabulary, bias=False)
        self.logits.weight = self.embedding.weight
        self.register_buffer("speeds", 10000.0 ** (-torch.arange(0, self.head_size, 2).float() / self.head_size))
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.normal_(parameter, std=0.02 if parameter.size(0) == vocabulary else width ** -0.5 / 2)

    def hidden(self, ids: Tensor, cache: Tensor) -> Tuple[Tensor, Tensor]:
        """ids [B, T]; cache [layers, 2, B * heads, P, head size]; gives [B, T, width] and the longer cache."""
        batch, new, old = ids.size(0), ids.size(1), cache.size(3)
        places = torch.arange(old, old + new, device=ids.device)
        angles = places.unsqueeze(1).float() * self.speeds
        cos, sin = torch.cos(angles), torch.sin(angles)
        later = torch.arange(old + new, device=ids.device).unsqueeze(0) > places.unsqueeze(1)
        x = self.embedding(ids)
        caches = []
        for i, layer in enumerate(self.layers):
            past = cache[i].view(2, batch, self.heads, old, self.head_size)
            x, k, v = layer(x, past[0], past[1], cos, sin, later)
            caches.append(torch.stack([k, v]).view(2, batch * self.heads, old + new, self.head_size))
        return self.after(x), torch.stack(caches)

    def forward(self, ids: Tensor, cache: Tensor) -> Tuple[Tensor, Tensor]:
        x, longer = self.hidden(ids, cache)
        return self.logits(x[:, -1]), longer


class Embedder(nn.Module):
    """The mean of the tokens' vectors, rare ones weighing more (Arora et al. 2017), as a unit vector."""

    def __init__(self, table: Tensor, weights: Tensor):
        super().__init__()
        self.register_buffer("table", table)
        self.register_buffer("weights", weights)

    def forward(self, ids: Tensor) -> Tensor:
        summed = (self.table[ids] * self.weights[ids].unsqueeze(2)).sum(1)
        return summed / torch.sqrt((summed * summed).sum(1, keepdim=True)).clamp(min=1e-6)
