/* See counted.h. Each block has a header that links it into the list of its parse, or to itself. */
#include "counted.h"
#include "region.h"
#include <stdlib.h>
#include <string.h>

static _Thread_local Region *active;

void region_begin(Region *region, int64_t allowance) {
  region->allowance = allowance;
  active = region;
}

void region_end(void) { active = NULL; }

void region_clear(Region *region) {
  while (region->blocks.next != &region->blocks) {
    Block *block = region->blocks.next;
    region->blocks.next = block->next;
    free(block);
  }
  region->blocks.previous = &region->blocks;
}

static void spend(size_t size) {
  if (!active) return;
  active->allowance -= (int64_t)size;
  if (active->allowance < 0) {
    Region *region = active;
    active = NULL;
    longjmp(region->way_out, 1);
  }
}

static void *linked(Block *block) {
  if (!block) abort(); /* the core never looks at what it is given */
  Block *list = active ? &active->blocks : block;
  if (active) {
    block->next = list->next;
    block->previous = list;
    list->next->previous = block;
    list->next = block;
  } else {
    block->next = block->previous = block;
  }
  return block + 1;
}

void *orrery_malloc(size_t size) {
  spend(size);
  return linked(malloc(sizeof(Block) + size));
}

void *orrery_calloc(size_t count, size_t size) {
  void *memory = orrery_malloc(count * size);
  memset(memory, 0, count * size);
  return memory;
}

static void unlink_block(Block *block) {
  block->previous->next = block->next;
  block->next->previous = block->previous;
}

void *orrery_realloc(void *memory, size_t size) {
  if (!memory) return orrery_malloc(size);
  spend(size);
  Block *block = (Block *)memory - 1;
  unlink_block(block);
  return linked(realloc(block, sizeof(Block) + size));
}

void orrery_free(void *memory) {
  if (!memory) return;
  Block *block = (Block *)memory - 1;
  unlink_block(block);
  free(block);
}
