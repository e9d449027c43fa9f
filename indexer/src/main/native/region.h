/* The memory of one parser: what it may still allocate, what it holds, and where to go when it may no more. */
#ifndef ORRERY_REGION_H
#define ORRERY_REGION_H
#include <setjmp.h>
#include <stdint.h>

typedef struct Block {
  struct Block *next;
  struct Block *previous;
} Block;

typedef struct {
  Block blocks; /* a ring */
  int64_t allowance;
  jmp_buf way_out;
} Region;

/* What this thread allocates from now on belongs to the region; set way_out before. */
void region_begin(Region *region, int64_t allowance);
void region_end(void);
/* Frees whatever the region still holds. */
void region_clear(Region *region);
#endif
