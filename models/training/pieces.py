"""Byte-level byte-pair encoding as dev.orrery.models.tokens reads it: the same cuts, the same order of merges."""

import json
from collections import Counter, defaultdict

LONGEST = 64
WORD, DIGIT, BREAK, BLANK, OTHER = range(5)


def _kind(b):
    if 97 <= b <= 122 or 65 <= b <= 90 or b == 95 or b >= 128:
        return WORD
    if 48 <= b <= 57:
        return DIGIT
    if b in (10, 13):
        return BREAK
    return BLANK if b <= 32 or b == 127 else OTHER


KIND = [_kind(b) for b in range(256)]


def _run(text, start, limit):
    kind = KIND[text[start]]
    end = start + 1
    while end < limit:
        following = KIND[text[end]]
        if following != kind and not (kind == WORD and following == DIGIT):
            break
        end += 1
    return end


def _end(text, start):
    limit = min(len(text), start + LONGEST)
    first = KIND[text[start]]
    end = start + 1
    if first == BREAK:
        while end < limit and KIND[text[end]] in (BREAK, BLANK):
            end += 1
        return end
    if first == BLANK:
        if text[start] == 32 and end < limit and KIND[text[end]] not in (BREAK, BLANK):
            return _run(text, end, limit)
        while end < limit and KIND[text[end]] == BLANK:
            end += 1
        visible = end < len(text) and KIND[text[end]] not in (BREAK, BLANK)
        return end - 1 if visible and end - start > 1 and text[end - 1] == 32 else end
    return _run(text, start, limit)


def pieces(text):
    start = 0
    while start < len(text):
        end = _end(text, start)
        yield text[start:end]
        start = end


class Tokenizer:
    def __init__(self, merges, marks):
        self.merges = [tuple(pair) for pair in merges]
        self.rank = {pair: 256 + i for i, pair in enumerate(self.merges)}
        self.marks = {name: 256 + len(self.merges) + i for i, name in enumerate(marks)}
        self.size = 256 + len(self.merges) + len(marks)
        self._known = {}

    def encode(self, text):
        ids = []
        for piece in pieces(text):
            known = self._known.get(piece)
            if known is None:
                known = self._known[piece] = self._merge(list(piece))
            ids.extend(known)
        return ids

    def _merge(self, ids):
        while len(ids) > 1:
            best, at = min((self.rank.get((ids[i], ids[i + 1]), 1 << 30), i) for i in range(len(ids) - 1))
            if best == 1 << 30:
                break
            ids[at:at + 2] = [best]
        return ids

    def save(self, path):
        with open(path, "w") as out:
            json.dump({"format": 1, "merges": self.merges, "marks": list(self.marks)}, out, separators=(",", ":"))
            out.write("\n")


def learn(texts, size, marks):
    """The most frequent pair becomes a token, again and again; of equal ones the smaller pair."""
    counts = Counter(piece for text in texts for piece in pieces(text))
    words = [list(piece) for piece in counts]
    weights = list(counts.values())
    pairs, where = Counter(), defaultdict(set)
    for w, word in enumerate(words):
        for pair in zip(word, word[1:]):
            pairs[pair] += weights[w]
            where[pair].add(w)
    merges = []
    while 256 + len(merges) + len(marks) < size and pairs:
        pair, count = max(pairs.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
        if count < 2:
            break
        token = 256 + len(merges)
        merges.append(pair)
        for w in sorted(where[pair]):
            word = words[w]
            for old in zip(word, word[1:]):
                pairs[old] -= weights[w]
                if pairs[old] <= 0:
                    del pairs[old]
            i = 0
            while i < len(word) - 1:
                if (word[i], word[i + 1]) == pair:
                    word[i:i + 2] = [token]
                i += 1
            for new in zip(word, word[1:]):
                pairs[new] += weights[w]
                where[new].add(w)
    return Tokenizer(merges, marks)
