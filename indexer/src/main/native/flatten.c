/*
 * One crossing a file: parses a text and writes its whole syntax tree into one buffer of ints, in preorder, CELLS ints a
 * node. See dev.orrery.indexer.parse.FlatTree for the layout, which both sides must agree on.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include "region.h"
#include "tree_sitter/api.h"

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { CELLS = 6, SYMBOL = 0, START = 1, END = 2, PARENT = 3, FIELD = 4, SKIP = 5 };
enum { NAMED = 1 << 16, BROKEN = 1 << 17, MISSING = 1 << 18 };
enum { STOPPED_BY_CLOCK = -1, STOPPED_BY_BUDGET = -2, OUT_OF_MEMORY = -3, WRONG_LANGUAGE = -4 };

typedef struct {
  Region region;
  TSParser *parser;
  int32_t *cells;
  uint32_t capacity;
  int64_t budget;
  bool stopped;
  const char *text;
  uint32_t length;
} Flattener;

/* Gives the flattener a parser whose memory is all in its region. */
static void renew(Flattener *self) {
  region_begin(&self->region, INT64_MAX);
  self->parser = ts_parser_new();
  region_end();
}

EXPORT Flattener *orrery_flattener_new(void) {
  Flattener *self = calloc(1, sizeof(Flattener));
  if (self) {
    self->region.blocks.next = self->region.blocks.previous = &self->region.blocks;
    renew(self);
  }
  return self;
}

EXPORT void orrery_flattener_delete(Flattener *self) {
  ts_parser_delete(self->parser);
  free(self->cells);
  free(self);
}

EXPORT const int32_t *orrery_flattener_cells(const Flattener *self) { return self->cells; }

static const char *read_text(void *payload, uint32_t at, TSPoint position, uint32_t *count) {
  (void)position;
  const Flattener *self = payload;
  *count = at < self->length ? self->length - at : 0;
  return at < self->length ? self->text + at : "";
}

/* Called after each hundred steps of the parser. */
static bool out_of_budget(TSParseState *state) {
  Flattener *self = state->payload;
  if (--self->budget < 0) self->stopped = true;
  return self->stopped;
}

static bool grow(Flattener *self) {
  uint32_t capacity = self->capacity ? self->capacity * 2 : 1 << 14;
  int32_t *cells = realloc(self->cells, (size_t)capacity * CELLS * sizeof(int32_t));
  if (!cells) return false;
  self->cells = cells;
  self->capacity = capacity;
  return true;
}

static int32_t flatten(Flattener *self, TSTree *tree, int32_t limit) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  int32_t count = 0, parent = -1;
  for (bool more = true; more;) {
    if (count == limit) count = STOPPED_BY_BUDGET;
    else if ((uint32_t)count == self->capacity && !grow(self)) count = OUT_OF_MEMORY;
    if (count < 0) break;
    TSNode node = ts_tree_cursor_current_node(&cursor);
    int32_t *cell = self->cells + (size_t)count * CELLS;
    cell[SYMBOL] = ts_node_symbol(node) | (ts_node_is_named(node) ? NAMED : 0) |
                   (ts_node_has_error(node) ? BROKEN : 0) | (ts_node_is_missing(node) ? MISSING : 0);
    cell[START] = (int32_t)ts_node_start_byte(node);
    cell[END] = (int32_t)ts_node_end_byte(node);
    cell[PARENT] = parent;
    cell[FIELD] = ts_tree_cursor_current_field_id(&cursor);
    cell[SKIP] = ++count;
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      parent = count - 1;
      continue;
    }
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)) && ts_tree_cursor_goto_parent(&cursor)) {
      int32_t *closed = self->cells + (size_t)parent * CELLS;
      closed[SKIP] = count;
      parent = closed[PARENT];
    }
  }
  ts_tree_cursor_delete(&cursor);
  return count;
}

static int32_t parse(Flattener *self, const TSLanguage *language, uint64_t micros, int32_t limit) {
  if (!ts_parser_set_language(self->parser, language)) return WRONG_LANGUAGE;
  ts_parser_set_timeout_micros(self->parser, micros);
  TSInput input = {.payload = self, .read = read_text, .encoding = TSInputEncodingUTF8};
  TSParseOptions options = {.payload = self, .progress_callback = out_of_budget};
  TSTree *tree = ts_parser_parse_with_options(self->parser, NULL, input, options);
  if (!tree) {
    ts_parser_reset(self->parser);
    return self->stopped ? STOPPED_BY_BUDGET : STOPPED_BY_CLOCK;
  }
  int32_t count = flatten(self, tree, limit);
  ts_tree_delete(tree);
  return count;
}

/* Returns the number of nodes, or why there are none. The budget counts hundreds of parser steps, memory is in bytes. */
EXPORT int32_t orrery_flattener_parse(Flattener *self, const TSLanguage *language, const char *text, uint32_t length,
                                      int64_t budget, int64_t memory, uint64_t micros, int32_t limit) {
  self->text = text;
  self->length = length;
  self->budget = budget;
  self->stopped = false;
  if (setjmp(self->region.way_out)) { /* the parser is in no state to go on: forget it whole */
    region_clear(&self->region);
    renew(self);
    return STOPPED_BY_BUDGET;
  }
  region_begin(&self->region, memory);
  int32_t count = parse(self, language, micros, limit);
  region_end();
  if (self->capacity > 1 << 20) { /* one giant must not be remembered for ever */
    int32_t *kept = count < 1 << 20 ? realloc(self->cells, (size_t)(1 << 20) * CELLS * sizeof(int32_t)) : NULL;
    if (kept) {
      self->cells = kept;
      self->capacity = 1 << 20;
    }
  }
  return count;
}
